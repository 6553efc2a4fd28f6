import configuration from "../../deno.json" with { type: "json" };
import { judgeImport, judgePlatformUse } from "./boundaries.ts";

const packages = Object.keys(configuration.imports);

/** The boundaries as rules of `deno lint`, which gives them the syntax tree and the editor's ways. */
const plugin: Deno.lint.Plugin = {
  name: "nightshift",
  rules: {
    "imports": {
      create(context) {
        const judge = (node: Deno.lint.Node, specifier: unknown) => {
          if (typeof specifier !== "string") return;
          const message = judgeImport(context.filename, specifier, packages);
          if (message !== undefined) context.report({ node, message });
        };
        return {
          ImportDeclaration: (node) => judge(node, node.source.value),
          ExportAllDeclaration: (node) => judge(node, node.source.value),
          ExportNamedDeclaration: (node) => judge(node, node.source?.value),
          ImportExpression: (node) => {
            if (node.source.type === "Literal") judge(node, node.source.value);
          },
          "TSImportType > TSLiteralType > Literal": (node: Deno.lint.Literal) => {
            judge(node, node.value);
          },
        };
      },
    },
    "platform": {
      create(context) {
        const judge = (node: Deno.lint.Node, name: string) => {
          const message = judgePlatformUse(context.filename, name);
          if (message !== undefined) context.report({ node, message });
        };
        return {
          MemberExpression: (node) => {
            judge(node, context.sourceCode.getText(node).replace(/^globalThis\./, ""));
          },
          "NewExpression[callee.name='Date'][arguments.length=0]": (node: Deno.lint.Node) => {
            judge(node, "new Date()");
          },
          "Identifier[name='EdgeRuntime']": (node: Deno.lint.Node) => judge(node, "EdgeRuntime"),
        };
      },
    },
  },
};

export default plugin;
