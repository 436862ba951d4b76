// Reads {"schema", "documents", "broken"} and prints what tools of JavaScript make of them: `node tools.mjs TASK FOLDER`; run by test_node.py.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const [task, folder] = process.argv.slice(2);
const { schema, documents, broken } = JSON.parse(fs.readFileSync(path.join(folder, "given.json"), "utf8"));

function compiled(source, ...options) {
  fs.writeFileSync(path.join(folder, "made.ts"), source);
  fs.writeFileSync(path.join(folder, "package.json"), '{"type": "module"}');
  const tsc = path.join(path.dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const flags = ["--strict", "--target", "es2022", "--module", "esnext", "--pretty", "false", ...options];
  try {
    execFileSync(process.execPath, [tsc, ...flags, "made.ts"], { cwd: folder });
    return [];
  } catch (error) {
    return String(error.stdout).trim().split("\n");
  }
}

const tasks = {
  ajv() {
    const Ajv = require("ajv/dist/2020").default;
    const warnings = [];
    const logger = { log: (...words) => warnings.push(words), warn: (...words) => warnings.push(words), error: console.error };
    const validate = new Ajv({ strict: true, logger }).compile(schema);
    return { warnings, valid: documents.map(validate), broken: broken.map(validate) };
  },
  async types() {
    const { compile } = require("json-schema-to-typescript");
    const types = await compile(schema, "Article", { bannerComment: "", format: false });
    const constants = [...broken, ...documents].map((one, index) => `const d${index}: Article = ${JSON.stringify(one)};`);
    const errors = compiled([types, ...constants].join("\n"), "--noEmit").filter((line) => !line.startsWith(" "));
    const first = types.split("\n").length + 1; // the line of what is broken first
    const places = errors.map((line) => Number(/^made\.ts\((\d+),/.exec(line)?.[1]) - first);
    return {
      valid: errors.filter((_, index) => !(places[index] >= 0 && places[index] < broken.length)),
      broken: broken.map((_, index) => places.includes(index)),
    };
  },
  async quicktype() {
    const quick = require("quicktype-core");
    const input = new quick.JSONSchemaInput(new quick.FetchingJSONSchemaStore());
    await input.addSource({ name: "Article", schema: JSON.stringify(schema) });
    const data = new quick.InputData();
    data.addInput(input);
    const made = async (lang) => (await quick.quicktype({ inputData: data, lang })).lines.join("\n");
    const errors = compiled(await made("typescript"));
    const { Convert } = await import(pathToFileURL(path.join(folder, "made.js")));
    const again = documents.map((one) => JSON.parse(Convert.articleToJson(Convert.toArticle(JSON.stringify(one)))));
    const others = await Promise.all(["go", "rust", "java", "kotlin", "csharp", "swift", "python"].map(made));
    return { errors, again, others };
  },
  async editor() {
    const service = require("vscode-json-languageservice");
    const asked = [];
    const language = service.getLanguageService({
      schemaRequestService: async (address) => (asked.push(address), JSON.stringify(schema)),
    });
    const opened = (one) => {
      const text = JSON.stringify({ $schema: schema.$id, ...one }, null, 2);
      const file = service.TextDocument.create("file:///story.json", "json", 1, text);
      return [file, language.parseJSONDocument(file)];
    };
    const marks = async (one) => (await language.doValidation(...opened(one))).map((mark) => mark.message);
    const [file, parsed] = opened(documents[0]);
    const key = { line: 2, character: 4 };
    const [draft, begun] = opened({ ...documents[0], "": 0 });
    const fresh = draft.positionAt(draft.getText().indexOf('"":') + 1);
    return {
      valid: await Promise.all(documents.map(marks)),
      broken: (await Promise.all(broken.map(marks))).map((found) => found.length > 0),
      hover: (await language.doHover(file, key, parsed)).contents.join(" "),
      completed: (await language.doComplete(draft, fresh, begun)).items.map((item) => item.label),
      asked: [...new Set(asked)],
    };
  },
};

process.stdout.write(JSON.stringify(await tasks[task]()));
