// Prints what two readers make of the feed on standard input, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

process.env.LOG = "silent";
const require = createRequire(`${process.cwd()}/package.json`);
const { parseRssFeed } = require("feedsmith");
const { parseFeed } = require("podcast-partytime");
const text = readFileSync(0, "utf8");
process.stdout.write(
  JSON.stringify({ feedsmith: parseRssFeed(text), partytime: parseFeed(text) }),
);
