// Prints what a schema of JSON Feed 1.1 has against the document on standard input, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/package.json`);
const Ajv = require("ajv");
const fits = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(
  require("jsonfeed-schema"),
);
fits(JSON.parse(readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify(fits.errors ?? []));
