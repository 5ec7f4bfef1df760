// Says what a JavaScript engine makes of patterns and texts.
//
// The input and output are those of Oracle.java, in the modes "search" and "unicode". Patterns are
// read with the flag `u`. In the mode "search", they are read without it where that is impossible.

import { createInterface } from "node:readline";
import { createContext, Script } from "node:vm";

const decode = (field) => Buffer.from(field.slice(1), "hex").toString("utf8");

// Some patterns backtrack for ever, and only a script of its own can be stopped.
const context = createContext({});
const test = new Script("expression.test(text)");

function compile(mode, source) {
  for (const flags of mode === "unicode" ? ["u"] : ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The next flags may do.
    }
  }
  return null;
}

function verdict(text) {
  context.text = text;
  try {
    return test.runInContext(context, { timeout: 100 }) ? "1" : "0";
  } catch {
    return "t";
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [mode, pattern, ...texts] = line.split(" ").filter((field) => field !== "");
  context.expression = compile(mode, decode(pattern));
  const refused = context.expression === null;
  console.log(refused ? "e" : texts.map(decode).map(verdict).join(""));
}
