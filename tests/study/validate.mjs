// Validates JSON: {schema, documents: […]} in, a list of complaints for each document out.
// Ajv comes with html-validate.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const require = createRequire(createRequire(import.meta.url).resolve("html-validate"))
const { default: Ajv } = require("ajv/dist/2020")
const { schema, documents } = JSON.parse(readFileSync(0, "utf8"))
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, formats: { "uri-reference": true } })
const validate = ajv.compile(schema)
const complaints = documents.map((each) =>
  validate(each) ? [] : validate.errors.slice(0, 20).map((e) => `${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`),
)
process.stdout.write(JSON.stringify(complaints))
