import Long from 'long';
import { assert, bodies, failsWith, nothingComes, receive, receiveOne } from '../tools.mjs';

export default {
  'peeks without locking': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages([{ body: 1 }, { body: 2 }, { body: 3 }]);
    const receiver = client.createReceiver(queue);
    assert.deepEqual(bodies(await receiver.peekMessages(2)), [1, 2]);
    assert.deepEqual(bodies(await receiver.peekMessages(2)), [3]);
    assert.deepEqual(await receiver.peekMessages(2), []);
    assert.deepEqual(bodies(await receiver.peekMessages(10, { fromSequenceNumber: Long.fromNumber(2) })), [2, 3]);
    assert.equal((await receiveOne(receiver)).body, 1);
  }],
  'leaves bodies out of a peek when asked [guess: the body is absent, all else is there]': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'secret', messageId: 'm1', applicationProperties: { a: 1 } });
    const [seen] = await client.createReceiver(queue).peekMessages(1, { omitMessageBody: true });
    assert.equal(seen.body, undefined);
    assert.equal(seen.messageId, 'm1');
    assert.deepEqual(seen.applicationProperties, { a: 1 });
  }],
  'peek tells the state of a message': ['plain', async ({ client, queue, sender }) => {
    await sender.scheduleMessages({ body: 'scheduled' }, new Date(Date.now() + 60_000));
    await sender.sendMessages({ body: 'deferred' });
    const receiver = client.createReceiver(queue);
    await receiver.deferMessage(await receiveOne(receiver));
    const states = Object.fromEntries((await receiver.peekMessages(5)).map((message) => [message.body, message.state]));
    assert.deepEqual(states, { scheduled: 'scheduled', deferred: 'deferred' });
  }],
  'schedules by operation': ['plain', async ({ client, queue, sender }) => {
    const due = Date.now() + 700;
    const [number] = await sender.scheduleMessages([{ body: 'later' }], new Date(due));
    assert.ok(number.toNumber() > 0);
    assert.equal((await receiveOne(client.createReceiver(queue))).body, 'later');
    assert.ok(Date.now() >= due - 20, 'came too early');
  }],
  'schedules by annotation': ['plain', async ({ client, queue, sender }) => {
    const due = Date.now() + 700;
    await sender.sendMessages({ body: 'later', scheduledEnqueueTimeUtc: new Date(due) });
    const message = await receiveOne(client.createReceiver(queue));
    assert.equal(message.body, 'later');
    assert.ok(Date.now() >= due - 20, 'came too early');
  }],
  'messages scheduled for one moment come in the order in which they were sent': ['plain', async ({ client, queue, sender }) => {
    const sent = Array.from({ length: 50 }, (_, i) => i);
    await sender.scheduleMessages(sent.map((body) => ({ body })), new Date(Date.now() + 700));
    assert.deepEqual(bodies(await receive(client.createReceiver(queue), 50)), sent);
  }],
  'cancels a scheduled message': ['plain', async ({ client, queue, sender }) => {
    const numbers = await sender.scheduleMessages([{ body: 1 }, { body: 2 }], new Date(Date.now() + 600));
    await sender.cancelScheduledMessages(numbers[0]);
    const receiver = client.createReceiver(queue);
    assert.equal((await receiveOne(receiver)).body, 2);
    await nothingComes(receiver);
  }],
  'refuses to cancel what is not there': ['plain', async ({ sender }) => {
    await failsWith('MessageNotFound', sender.cancelScheduledMessages(Long.fromNumber(999)));
  }],
  'numbers and times rise': ['plain', async ({ client, queue, sender }) => {
    const before = Date.now();
    await sender.sendMessages([{ body: 1 }, { body: 2 }]);
    const receiver = client.createReceiver(queue);
    const [a, b] = [await receiveOne(receiver), await receiveOne(receiver)];
    assert.ok(b.sequenceNumber.greaterThan(a.sequenceNumber));
    assert.ok(a.enqueuedTimeUtc.getTime() >= before - 5 && a.enqueuedTimeUtc <= b.enqueuedTimeUtc);
    assert.ok(a.lockedUntilUtc.getTime() > Date.now() + 50_000);
    assert.match(a.lockToken, /^[0-9a-f-]{36}$/);
  }],
  'refuses to receive by a number that is not deferred': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'x' });
    await failsWith('MessageNotFound', client.createReceiver(queue).receiveDeferredMessages(Long.fromNumber(1)));
  }],
  'peeks into the dead-letter queue': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'bad' });
    const receiver = client.createReceiver(queue);
    await receiver.deadLetterMessage(await receiveOne(receiver), { deadLetterReason: 'why' });
    const [dead] = await client.createReceiver(queue, { subQueueType: 'deadLetter' }).peekMessages(5);
    assert.equal(dead.deadLetterReason, 'why');
    assert.deepEqual(await receiver.peekMessages(5), []);
  }],
};
