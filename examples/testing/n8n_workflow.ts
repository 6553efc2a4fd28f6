/** One node of a workflow of n8n, as its file has it. */
interface Node {
  readonly name: string;
  readonly type: string;
  readonly onError?: string;
  // deno-lint-ignore no-explicit-any -- each type has parameters of its own
  readonly parameters: any;
}
type Item = Readonly<Record<string, unknown>>;

/** What a workflow is run with. */
export interface WorkflowSetting {
  /** The header that the credential of the HTTP nodes adds. */
  readonly credential: readonly [name: string, value: string];
  /** Values of the node that sets them, in place of those in the file. */
  readonly settings: Readonly<Record<string, string>>;
  readonly executionId: string;
  /** What the code nodes do, in place of the code in the file. */
  readonly work?: () => Item;
}

/** The file of a workflow. */
export interface Workflow {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly connections: Readonly<
    Record<string, { readonly main: readonly (readonly { readonly node: string }[])[] }>
  >;
}

/**
 * Runs a workflow from its trigger along its connections, one item at a time. Expressions are
 * evaluated. The types of nodes are those of the example.
 * @returns the names of the nodes that ran, in order
 * @throws {Error} what a node throws that has no other way, and for what is not known here
 */
export async function runWorkflow(
  workflow: Workflow,
  setting: WorkflowSetting,
): Promise<readonly string[]> {
  const outputs = new Map<string, Item>();
  const ran: string[] = [];
  const evaluate = (value: unknown, json: Item): unknown => {
    if (typeof value !== "string" || !value.startsWith("=")) return value;
    const compute = (expression: string): unknown =>
      new Function("$json", "$", "$workflow", "$execution", `return (${expression});`)(
        json,
        (name: string) => ({ first: () => ({ json: outputs.get(name) ?? {} }) }),
        { name: workflow.name, id: "w1" },
        { id: setting.executionId },
      );
    const whole = /^=\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value)?.[1];
    if (whole !== undefined) return compute(whole);
    return value.slice(1).replaceAll(/\{\{(.*?)\}\}/gs, (_, text: string) => String(compute(text)));
  };

  const doWork = async ({ type, parameters }: Node, json: Item): Promise<Item> => {
    switch (type) {
      case "n8n-nodes-base.scheduleTrigger":
        return { timestamp: "2026-11-12T03:00:00.000Z" };
      case "n8n-nodes-base.set":
        return Object.fromEntries(
          parameters.assignments.assignments.map((
            { name, value }: { name: string; value: unknown },
          ) => [name, setting.settings[name] ?? evaluate(value, json)]),
        );
      case "n8n-nodes-base.code":
        if (setting.work !== undefined) return setting.work();
        return new Function(parameters.jsCode)()[0].json;
      case "n8n-nodes-base.stopAndError":
        throw new Error(parameters.errorMessage);
      case "n8n-nodes-base.httpRequest":
        return await sendRequest(parameters, (value) => evaluate(value, json), setting);
      default:
        throw new Error(`${type} is not known here.`);
    }
  };

  const visit = async (name: string, json: Item): Promise<void> => {
    const node = workflow.nodes.find((node) => node.name === name);
    if (node === undefined) throw new Error(`There is no node ${name}.`);
    ran.push(name);
    let way = 0;
    let output: Item;
    try {
      output = await doWork(node, json);
    } catch (error) {
      if (node.onError === undefined) throw error;
      output = { error: error instanceof Error ? error.message : String(error) };
      if (node.onError === "continueErrorOutput") way = 1;
    }
    outputs.set(name, output);
    for (const { node: next } of workflow.connections[name]?.main[way] ?? []) {
      await visit(next, output);
    }
  };
  const trigger = workflow.nodes.find(({ type }) => type.endsWith("Trigger"));
  await visit(trigger?.name ?? "", {});
  return ran;
}

async function sendRequest(
  // deno-lint-ignore no-explicit-any -- parameters of the node
  parameters: any,
  evaluate: (value: unknown) => unknown,
  { credential: [name, value] }: WorkflowSetting,
): Promise<Item> {
  const { method, url, authentication, genericAuthType, specifyBody, jsonBody } = parameters;
  if (authentication !== "genericCredentialType" || genericAuthType !== "httpHeaderAuth") {
    throw new Error("The node does not use the credential.");
  }
  if (specifyBody !== "json") throw new Error("The body is not JSON.");
  const headers = new Headers({ "content-type": "application/json", [name]: value });
  for (const header of parameters.headerParameters?.parameters ?? []) {
    headers.set(header.name, String(evaluate(header.value)));
  }
  const body = String(evaluate(jsonBody));
  JSON.parse(body);
  const response = await fetch(String(evaluate(url)), { method, headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} - ${text}`);
  return JSON.parse(text);
}
