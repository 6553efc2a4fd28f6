#!/usr/bin/env node
import "../built/main.js";
