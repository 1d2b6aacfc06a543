// Runs every case in cases/ against the emulator whose connection string is the first argument.
// Prints one line of JSON per case: {"name", "ok", "error"}.
import { readdir } from 'node:fs/promises';
import { ServiceBusClient } from '@azure/service-bus';

const [connectionString] = process.argv.slice(2);
const atOnce = 8;
const limit = 30_000;

const cases = [];
for (const file of (await readdir(new URL('./cases/', import.meta.url))).sort()) {
  const { default: group } = await import(`./cases/${file}`);
  for (const [name, [kind, run]] of Object.entries(group)) cases.push({ name, kind, run });
}

const todo = cases.map((one, index) => ({ ...one, queue: `${one.kind}-${index}` }));

async function judge({ name, queue, run }) {
  const client = new ServiceBusClient(connectionString);
  let timer;
  try {
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error('took too long')), limit)));
    await Promise.race([run({ client, queue, connectionString, sender: client.createSender(queue) }), late]);
    console.log(JSON.stringify({ name, ok: true }));
  } catch (error) {
    console.log(JSON.stringify({ name, ok: false, error: `${error.code ?? ''} ${error.stack ?? error}` }));
  } finally {
    clearTimeout(timer);
    await client.close().catch(() => {});
  }
}

await Promise.all(Array.from({ length: atOnce }, async () => {
  while (todo.length > 0) await judge(todo.shift());
}));
process.exit(0);
