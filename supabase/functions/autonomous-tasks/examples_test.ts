import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describeTestApi } from "./testing/test_app.ts";

type Schemas = Record<string, { readonly example?: unknown; readonly properties?: object }>;

const document = JSON.parse(JSON.stringify(describeTestApi()));
const schemas: Schemas = document.components.schemas;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as object).map(([method, operation]) => ({
    name: `${method} ${path}`,
    content: [operation.requestBody, operation.responses[200], operation.responses[201]]
      .flatMap((part) => part?.content?.["application/json"]?.schema ?? []),
  }))
);

Deno.test("every request and response of the OpenAPI document has an example", () => {
  const lacking = operations.flatMap(({ name, content }) =>
    content.flatMap((schema) => schema.anyOf ?? [schema])
      .filter(({ $ref = "" }) => schemas[$ref.split("/").at(-1)]?.example === undefined)
      .map(({ $ref }) => `${name}: ${$ref}`)
  );
  assert.deepEqual(lacking, []);
  assert.equal(operations.length, 28);
});

Deno.test("every example fits its schema", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "api", ...document });
  const named = Object.keys(schemas).filter((name) => schemas[name]?.example !== undefined);
  assert.ok(named.length > 10);
  for (const name of named) {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`);
    assert.ok(validate?.(schemas[name]?.example), `${name}: ${JSON.stringify(validate?.errors)}`);
  }
});
