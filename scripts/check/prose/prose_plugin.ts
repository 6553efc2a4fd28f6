import { findAvoidedWords } from "./words.ts";

/** Our words in the comments of TypeScript, as a rule of `deno lint`, which finds the comments. */
const plugin: Deno.lint.Plugin = {
  name: "prose",
  rules: {
    "words": {
      create(context) {
        return {
          Program() {
            for (const { value, range } of context.sourceCode.getAllComments()) {
              for (const { offset, message } of findAvoidedWords(value)) {
                // A comment begins with two signs that are not part of its value.
                const start = range[0] + 2 + offset;
                context.report({ range: [start, start + 1], message });
              }
            }
          },
        };
      },
    },
  },
};

export default plugin;
