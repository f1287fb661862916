// Typesets formulas: reads [{tex, display}, …] as JSON, writes [{html} or {error}, …].
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const katex = (await import(pathToFileURL(process.argv[2]).href)).default;
const formulas = JSON.parse(readFileSync(0, "utf8"));

const typeset = ({ tex, display }) => {
  try {
    const options = {
      displayMode: display,
      output: "htmlAndMathml",
      strict: "ignore",
      trust: false,
      throwOnError: true,
      maxExpand: 1000,
      maxSize: 50,
    };
    return { html: katex.renderToString(tex, options) };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
};

process.stdout.write(JSON.stringify(formulas.map(typeset)));
