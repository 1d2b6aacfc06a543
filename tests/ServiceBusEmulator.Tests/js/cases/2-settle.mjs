import { assert, bodies, failsWith, nothingComes, receive, receiveOne, soon } from '../tools.mjs';

export default {
  'abandon delivers again, counts and changes properties': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'x', applicationProperties: { kept: 1, changed: 'old' } });
    const receiver = client.createReceiver(queue);
    await receiver.abandonMessage(await receiveOne(receiver), { changed: 'new', added: true });
    const again = await receiveOne(receiver);
    assert.equal(again.deliveryCount, 1);
    assert.deepEqual(again.applicationProperties, { kept: 1, changed: 'new', added: true });
    await receiver.completeMessage(again);
  }],
  'abandoned messages keep their place': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages([{ body: 1 }, { body: 2 }]);
    const receiver = client.createReceiver(queue);
    await receiver.abandonMessage(await receiveOne(receiver));
    assert.deepEqual(bodies(await receive(receiver, 2)), [1, 2]);
  }],
  'defers and receives by number': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'later' });
    const receiver = client.createReceiver(queue);
    const message = await receiveOne(receiver);
    await receiver.deferMessage(message);
    await nothingComes(receiver);
    const [deferred] = await receiver.receiveDeferredMessages(message.sequenceNumber);
    assert.equal(deferred.body, 'later');
    assert.equal(deferred.state, 'deferred');
    await receiver.completeMessage(deferred);
    await failsWith('MessageNotFound', receiver.receiveDeferredMessages(message.sequenceNumber));
  }],
  'dead-letters with reason, description and properties': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'bad', messageId: 'd', applicationProperties: { kept: 1 } });
    const receiver = client.createReceiver(queue);
    await receiver.deadLetterMessage(await receiveOne(receiver), { deadLetterReason: 'why', deadLetterErrorDescription: 'because', extra: 'e' });
    await nothingComes(receiver);
    const dead = client.createReceiver(queue, { subQueueType: 'deadLetter' });
    const message = await receiveOne(dead);
    assert.equal(message.deadLetterReason, 'why');
    assert.equal(message.deadLetterErrorDescription, 'because');
    assert.equal(message.messageId, 'd');
    assert.equal(message.applicationProperties.kept, 1);
    assert.equal(message.applicationProperties.extra, 'e');
    // Set where a dead letter was forwarded to another queue, which nothing does here.
    assert.equal(message.deadLetterSource, undefined);
    await dead.completeMessage(message);
    await nothingComes(dead);
  }],
  'a dead letter is not dead-lettered again [doc]': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'bad' });
    const receiver = client.createReceiver(queue);
    await receiver.deadLetterMessage(await receiveOne(receiver), { deadLetterReason: 'first' });
    const dead = client.createReceiver(queue, { subQueueType: 'deadLetter' });
    const message = await receiveOne(dead);
    await assert.rejects(dead.deadLetterMessage(message, { deadLetterReason: 'second' }), /cannot be dead-lettered/);
    // This SDK takes the message for settled from here on, so it is looked at without a lock.
    assert.equal((await dead.peekMessages(1, { fromSequenceNumber: message.sequenceNumber }))[0].deadLetterReason, 'first');
  }],
  'parks a message after MaxDeliveryCount': ['parked', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'poison' });
    const receiver = client.createReceiver(queue);
    for (let i = 0; i < 3; i++) await receiver.abandonMessage(await receiveOne(receiver));
    await nothingComes(receiver);
    const parked = await receiveOne(client.createReceiver(queue, { subQueueType: 'deadLetter' }));
    assert.equal(parked.deadLetterReason, 'MaxDeliveryCountExceeded');
    assert.equal(parked.body, 'poison');
  }],
  'a lock that ran out delivers again, and completing late is MessageLockLost': ['brief', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'x' });
    const receiver = client.createReceiver(queue, { maxAutoLockRenewalDurationInMs: 0 });
    const first = await receiveOne(receiver);
    const again = await receiveOne(receiver);
    assert.equal(again.deliveryCount, 1);
    await failsWith('MessageLockLost', receiver.completeMessage(first));
    await receiver.completeMessage(again);
  }],
  'renews a message lock': ['brief', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'x' });
    const receiver = client.createReceiver(queue, { maxAutoLockRenewalDurationInMs: 0 });
    const message = await receiveOne(receiver);
    const end = Date.now() + 2500;
    while (Date.now() < end) {
      const until = await receiver.renewMessageLock(message);
      assert.ok(until.getTime() > Date.now());
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await receiver.completeMessage(message);
  }],
  'a handler that takes long keeps its lock by automatic renewal': ['brief', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'x' });
    const receiver = client.createReceiver(queue, { maxAutoLockRenewalDurationInMs: 10_000 });
    const counts = [];
    await new Promise((resolve, reject) => receiver.subscribe({
      processMessage: async (message) => {
        counts.push(message.deliveryCount);
        await new Promise((done) => setTimeout(done, 2500));
        await receiver.completeMessage(message);
        resolve();
      },
      processError: async ({ error }) => reject(error),
    }, { autoCompleteMessages: false }));
    assert.deepEqual(counts, [0]);
  }],
  'subscribe completes each message by itself': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages(Array.from({ length: 20 }, (_, i) => ({ body: i })));
    const receiver = client.createReceiver(queue);
    const seen = [];
    const subscription = await new Promise((resolve, reject) => {
      const handle = receiver.subscribe({
        processMessage: async (message) => { if (seen.push(message.body) === 20) setTimeout(() => resolve(handle)); },
        processError: async ({ error }) => reject(error),
      });
    });
    assert.equal(seen.length, 20);
    await subscription.close();
    await nothingComes(client.createReceiver(queue));
  }],
  'an empty receive ends with a drain, quickly, and the receiver stays usable': ['plain', async ({ client, queue, sender }) => {
    const receiver = client.createReceiver(queue);
    for (let i = 0; i < 3; i++) {
      const started = Date.now();
      await nothingComes(receiver);
      assert.ok(Date.now() - started < 1500, `took ${Date.now() - started} ms`);
    }
    await sender.sendMessages({ body: 'x' });
    await receiver.completeMessage(await receiveOne(receiver));
  }],
  'asking for more than there is returns what there is': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages([{ body: 1 }, { body: 2 }]);
    const receiver = client.createReceiver(queue);
    const messages = await receiver.receiveMessages(10, soon);
    assert.deepEqual(bodies(messages), [1, 2]);
    for (const message of messages) await receiver.completeMessage(message);
    await nothingComes(receiver);
  }],
  'receiveAndDelete needs no settling': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages([{ body: 1 }, { body: 2 }]);
    const receiver = client.createReceiver(queue, { receiveMode: 'receiveAndDelete' });
    assert.deepEqual(bodies(await receive(receiver, 2)), [1, 2]);
    await receiver.close();
    await nothingComes(client.createReceiver(queue));
  }],
  'a message can be settled after its receiver closed, through $management': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'x' });
    const receiver = client.createReceiver(queue);
    const message = await receiveOne(receiver);
    await receiver.close();
    const other = client.createReceiver(queue);
    await nothingComes(other);
    await other.completeMessage(message);
    await nothingComes(other);
  }],
  'two receivers share a queue without overlap': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages(Array.from({ length: 20 }, (_, i) => ({ body: i })));
    const [a, b] = [client.createReceiver(queue), client.createReceiver(queue)];
    const got = (await Promise.all([receive(a, 10), receive(b, 10)])).flatMap(bodies);
    assert.deepEqual(got.sort((x, y) => x - y), Array.from({ length: 20 }, (_, i) => i));
  }],
  'a receiver that waits gets what comes later': ['plain', async ({ client, queue, sender }) => {
    const waiting = client.createReceiver(queue).receiveMessages(1, soon);
    await sender.sendMessages({ body: 'x' });
    assert.deepEqual(bodies(await waiting), ['x']);
  }],
  'an expired message goes to the dead-letter queue where the queue says so': ['expiring', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'old', timeToLive: 200 });
    const message = await receiveOne(client.createReceiver(queue, { subQueueType: 'deadLetter' }));
    assert.equal(message.deadLetterReason, 'TTLExpiredException');
    await nothingComes(client.createReceiver(queue));
  }],
  'an expired message is dropped elsewhere': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'old', timeToLive: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await nothingComes(client.createReceiver(queue));
    await nothingComes(client.createReceiver(queue, { subQueueType: 'deadLetter' }));
  }],
  'a dead letter gets a new number and keeps its first one [guess]': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages([{ body: 'bad' }, { body: 'good' }]);
    const receiver = client.createReceiver(queue);
    const bad = await receiveOne(receiver);
    await receiver.deadLetterMessage(bad);
    const dead = await receiveOne(client.createReceiver(queue, { subQueueType: 'deadLetter' }));
    assert.ok(dead.sequenceNumber.greaterThan(bad.sequenceNumber));
    assert.equal(String(dead.enqueuedSequenceNumber), String(bad.sequenceNumber));
  }],
};
