import dashboard from "../../../dashboard/deno.json" with { type: "json" };
import tools from "../../../deno.json" with { type: "json" };
import functions from "../../../supabase/functions/deno.json" with { type: "json" };
import { judgeDeclaration, judgeImport, judgeNames, judgePlatformUse } from "./boundaries.ts";
import { judgeReaderImport, judgeReaderUse } from "./email_reader.ts";

const packages = {
  functions: Object.keys(functions.imports),
  dashboard: Object.keys(dashboard.imports).map((name) => name.replace(/\/$/, "")),
  tools: Object.keys(tools.imports),
};

/**
 * The boundaries as rules of `deno lint`, which gives them the syntax tree and the editor's ways.
 */
const plugin: Deno.lint.Plugin = {
  name: "nightshift",
  rules: {
    "imports": {
      create(context) {
        const judge = (
          node: Deno.lint.Node,
          specifier: unknown,
          names?: readonly string[],
          isType = false,
        ) => {
          if (typeof specifier !== "string") return;
          const message = judgeImport(context.filename, specifier, packages, isType) ??
            judgeReaderImport(context.filename, specifier, names);
          if (message !== undefined) context.report({ node, message });
        };
        return {
          ImportDeclaration: (node) => {
            const names = node.specifiers.map(nameImported);
            judge(node, node.source.value, names, node.importKind === "type");
            const message = judgeNames(context.filename, node.source.value, names);
            if (message !== undefined && node.importKind !== "type") {
              context.report({ node, message });
            }
          },
          ExportAllDeclaration: (node) => judge(node, node.source.value),
          ExportNamedDeclaration: (node) => judge(node, node.source?.value),
          ImportExpression: (node) => {
            if (node.source.type === "Literal") judge(node, node.source.value);
          },
          "TSImportType > TSLiteralType > Literal": (node: Deno.lint.Literal) => {
            judge(node, node.value, undefined, true);
          },
        };
      },
    },
    "pure": {
      create(context) {
        const judge = (node: Deno.lint.Node, name: string) => {
          const message = judgeReaderUse(context.filename, name);
          if (message !== undefined) context.report({ node, message });
        };
        return {
          Identifier: (node) => {
            if (isGlobalUse(node)) judge(node, isPassedOn(node) ? `${node.name}.*` : node.name);
          },
          MemberExpression: (node) => judge(node, context.sourceCode.getText(node)),
          "CallExpression[callee.name='Date']": (node: Deno.lint.Node) => judge(node, "Date()"),
          "NewExpression[callee.name='Date'][arguments.length=0]": (node: Deno.lint.Node) => {
            judge(node, "new Date()");
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
          VariableDeclaration: (node) => {
            const message = judgeDeclaration(context.filename, node.kind);
            if (message !== undefined) context.report({ node, message });
          },
          "Identifier[name='EdgeRuntime']": (node: Deno.lint.Node) => judge(node, "EdgeRuntime"),
        };
      },
    },
  },
};

/** The name in the other module; `*` for all of it. */
function nameImported(specifier: Deno.lint.ImportDeclaration["specifiers"][number]): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  return specifier.imported.type === "Identifier"
    ? specifier.imported.name
    : String(specifier.imported.value);
}

/** Whether an identifier stands for a value, not for the name of a member, key or type. */
function isGlobalUse({ parent, range: [start] }: Deno.lint.Identifier): boolean {
  if (parent.type === "MemberExpression") return parent.object.range[0] === start;
  if (parent.type === "Property") return parent.value.range[0] === start;
  return !/^(?:TS|Import|Export)/.test(parent.type);
}

/** Whether a global is a value itself, so that its members can be taken elsewhere. */
function isPassedOn({ name, parent }: Deno.lint.Identifier): boolean {
  return name === "Date" || name === "Math"
    ? !/^(?:Member|New|Call)Expression$/.test(parent.type) && !isInstanceTest(parent)
    : false;
}

function isInstanceTest(node: Deno.lint.Node): boolean {
  return node.type === "BinaryExpression" && node.operator === "instanceof";
}

export default plugin;
