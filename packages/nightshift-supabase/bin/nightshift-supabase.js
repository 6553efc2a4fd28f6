#!/usr/bin/env node
// Not a path in words: the file is there in the package only, and a check of types would miss it.
await import(new URL("../built/main.js", import.meta.url).href);
