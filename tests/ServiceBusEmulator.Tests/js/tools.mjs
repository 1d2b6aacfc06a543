import assert from 'node:assert/strict';

export { assert };

export const soon = { maxWaitTimeInMs: 10_000 };
export const briefly = { maxWaitTimeInMs: 300 };

export async function receive(receiver, count = 1) {
  const messages = [];
  while (messages.length < count) {
    const more = await receiver.receiveMessages(count - messages.length, soon);
    assert.ok(more.length > 0, `only ${messages.length} of ${count} messages came`);
    messages.push(...more);
  }
  return messages;
}

export async function receiveOne(receiver) {
  return (await receive(receiver))[0];
}

export async function nothingComes(receiver) {
  assert.deepEqual((await receiver.receiveMessages(1, briefly)).map((message) => message.body), []);
}

export async function failsWith(code, promise) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.code, code, `${error.code}: ${error.message}`);
    return true;
  });
}

export const bodies = (messages) => messages.map((message) => message.body);
