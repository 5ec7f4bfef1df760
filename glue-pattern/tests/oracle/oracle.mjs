// Says what a JavaScript engine makes of patterns and texts.
//
// The input and output are those of Oracle.java, in the mode "search" only. Patterns are read with
// the flag `u` where that is possible, and without it otherwise.

import { createInterface } from "node:readline";

const decode = (field) => Buffer.from(field.slice(1), "hex").toString("utf8");

function compile(source) {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The next flags may do.
    }
  }
  return null;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [, pattern, ...texts] = line.split(" ");
  const expression = compile(decode(pattern));
  const verdict = (text) => (expression.test(decode(text)) ? "1" : "0");
  console.log(expression === null ? "e" : texts.map(verdict).join(""));
}
