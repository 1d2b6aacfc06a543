// Measures the official SDK: node speed.mjs <connection string> <queue> <messages> <in flight>. Messages of 1 KB, one connection, warmed up.
// Prints one line of JSON: {"send", "receive"} in messages per second, {"p50"} in ms from before the send to after the completion.
import { ServiceBusClient } from '@azure/service-bus';

const [connectionString, queue, messages, inFlight] = process.argv.slice(2).map((text, i) => (i < 2 ? text : Number(text)));
const body = Buffer.alloc(1024);
const client = new ServiceBusClient(connectionString);
const sender = client.createSender(queue);

async function send(count) {
  let left = count;
  await Promise.all(Array.from({ length: inFlight }, async () => { while (left-- > 0) await sender.sendMessages({ body }); }));
}

async function receive(count) {
  const receiver = client.createReceiver(queue);
  let done = 0;
  await new Promise((resolve, reject) => {
    receiver.subscribe({
      processMessage: async (message) => {
        await receiver.completeMessage(message);
        if (++done === count) resolve();
      },
      processError: async ({ error }) => reject(error),
    }, { autoCompleteMessages: false, maxConcurrentCalls: inFlight });
  });
  await receiver.close();
}

async function rate(work, count) {
  const started = performance.now();
  await work(count);
  return count / ((performance.now() - started) / 1000);
}

async function latency(count) {
  const receiver = client.createReceiver(queue);
  const times = [];
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    await sender.sendMessages({ body });
    const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: 10_000 });
    await receiver.completeMessage(message);
    times.push(performance.now() - started);
  }
  await receiver.close();
  return times.slice(count / 4).sort((a, b) => a - b)[Math.floor(count * 3 / 8)];
}

const warmUp = Math.ceil(messages / 4);
await send(warmUp);
await receive(warmUp);
const result = { send: await rate(send, messages), receive: await rate(receive, messages), p50: await latency(400) };
await client.close();
console.log(JSON.stringify(result));
process.exit(0);
