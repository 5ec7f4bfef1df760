// Asks Ajv for its verdict on each value of a folder: `NAME.schema` and `NAME.jsonl` give `NAME.ajv`.
// Arguments: a folder in which npm has installed ajv, and the folder of values.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [packages, folder] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(packages), "package.json"));
const Ajv = require("ajv/dist/2020").default;

for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".schema"))) {
  // Formats are notes, as the Rust validator takes them.
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: true });
  const stem = path.join(folder, path.parse(file).name);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(stem + ".schema", "utf8")));
  const lines = fs.readFileSync(stem + ".jsonl", "utf8").split("\n").slice(0, -1);
  const verdicts = lines.map((line) => (validate(JSON.parse(line)) ? "v\n" : "i\n"));
  fs.writeFileSync(stem + ".ajv", verdicts.join(""));
}
