// Typesets formulas: reads lines of JSON, [{tex, display}, …], and writes [{html} or {error}, …] for each.
import { pathToFileURL } from "node:url";

const katex = (await import(pathToFileURL(process.argv[2]).href)).default;

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

let begun = "";
for await (const read of process.stdin.setEncoding("utf8")) {
  const lines = (begun + read).split("\n");
  begun = lines.pop();
  for (const line of lines) process.stdout.write(`${JSON.stringify(JSON.parse(line).map(typeset))}\n`);
}
