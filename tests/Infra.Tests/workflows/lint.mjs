// Prints what GitHub's own parser has against each workflow that is named, a line each; exit code 1 when anything.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';

register('./json.mjs', import.meta.url);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');

const faults = [];
for (const name of process.argv.slice(2)) {
  const parsed = parseWorkflow({ name, content: readFileSync(name, 'utf8') }, new NoOperationTraceWriter());
  if (parsed.value) await convertWorkflowTemplate(parsed.context, parsed.value);
  faults.push(...parsed.context.errors.getErrors().map(error => error.message));
}
faults.forEach(fault => console.log(fault));
process.exit(faults.length === 0 ? 0 : 1);
