import { assert, bodies, failsWith, nothingComes, receive, receiveOne } from '../tools.mjs';

const messages = (sessionId, ...list) => list.map((body) => ({ body, sessionId }));

export default {
  'a session gives its messages in order': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages([...messages('A', 1, 2), ...messages('B', 10), ...messages('A', 3)]);
    const session = await client.acceptSession(queue, 'A');
    assert.equal(session.sessionId, 'A');
    assert.ok(session.sessionLockedUntilUtc.getTime() > Date.now());
    const got = await receive(session, 3);
    assert.deepEqual(bodies(got), [1, 2, 3]);
    for (const message of got) await session.completeMessage(message);
    await nothingComes(session);
  }],
  'a session has one holder': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1));
    const holder = await client.acceptSession(queue, 'A');
    await failsWith('SessionCannotBeLocked', client.acceptSession(queue, 'A'));
    await holder.close();
    const next = await client.acceptSession(queue, 'A');
    assert.equal((await receiveOne(next)).deliveryCount, 0);
  }],
  'messages sent while a session is held go to its holder': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1));
    const session = await client.acceptNextSession(queue);
    assert.equal((await receiveOne(session)).body, 1);
    await sender.sendMessages(messages('A', 2));
    assert.equal((await receiveOne(session)).body, 2);
  }],
  'the next session is one that nobody holds': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages([...messages('A', 1), ...messages('B', 2)]);
    const [first, second] = [await client.acceptNextSession(queue), await client.acceptNextSession(queue)];
    assert.deepEqual([first.sessionId, second.sessionId].sort(), ['A', 'B']);
  }],
  'waiting for the next session ends when one comes': ['sessions', async ({ client, queue, sender }) => {
    const waiting = client.acceptNextSession(queue);
    await sender.sendMessages(messages('late', 1));
    assert.equal((await waiting).sessionId, 'late');
  }],
  'waiting for the next session ends in time': ['sessions', async ({ queue, connectionString }) => {
    const { ServiceBusClient } = await import('@azure/service-bus');
    const client = new ServiceBusClient(connectionString, { retryOptions: { timeoutInMs: 1000, maxRetries: 0 } });
    await failsWith('ServiceTimeout', client.acceptNextSession(queue));
    await client.close();
  }],
  'refusals in quick succession leave the connection open': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1));
    const session = await client.acceptSession(queue, 'A');
    for (let i = 0; i < 50; i++) await failsWith('SessionCannotBeLocked', client.acceptSession(queue, 'A'));
    await session.completeMessage(await receiveOne(session));
  }],
  'a session remembers its state': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1));
    const first = await client.acceptSession(queue, 'A');
    assert.equal(await first.getSessionState(), null);
    await first.setSessionState(Buffer.from('halfway'));
    await first.close();
    const second = await client.acceptSession(queue, 'A');
    assert.equal(String(await second.getSessionState()), 'halfway');
  }],
  'renews a session lock': ['brief-sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1));
    const session = await client.acceptSession(queue, 'A', { maxAutoLockRenewalDurationInMs: 0 });
    const message = await receiveOne(session);
    const end = Date.now() + 2500;
    while (Date.now() < end) {
      assert.ok((await session.renewSessionLock()).getTime() > Date.now());
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await session.completeMessage(message);
  }],
  'a session lock that ran out is SessionLockLost, and the message comes again': ['brief-sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1));
    const session = await client.acceptSession(queue, 'A', { maxAutoLockRenewalDurationInMs: 0 });
    const message = await receiveOne(session);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await failsWith('SessionLockLost', session.completeMessage(message));
    const again = await client.acceptSession(queue, 'A');
    assert.equal((await receiveOne(again)).deliveryCount, 1);
  }],
  'peeks in a session': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages([...messages('A', 1), ...messages('B', 2), ...messages('A', 3)]);
    const session = await client.acceptSession(queue, 'A');
    assert.deepEqual(bodies(await session.peekMessages(10)), [1, 3]);
  }],
  'an empty receive leaves the session held': ['sessions', async ({ client, queue, sender }) => {
    const session = await client.acceptSession(queue, 'A');
    await nothingComes(session);
    await nothingComes(session);
    await sender.sendMessages(messages('A', 1));
    await session.completeMessage(await receiveOne(session));
  }],
  'a session can be subscribed to': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1, 2, 3));
    const session = await client.acceptSession(queue, 'A');
    const seen = [];
    await new Promise((resolve, reject) => session.subscribe({
      processMessage: async (message) => { if (seen.push(message.body) === 3) resolve(); },
      processError: async ({ error }) => reject(error),
    }));
    assert.deepEqual(seen, [1, 2, 3]);
  }],
  'abandon in a session keeps the order': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1, 2));
    const session = await client.acceptSession(queue, 'A');
    await session.abandonMessage(await receiveOne(session));
    assert.deepEqual(bodies(await receive(session, 2)), [1, 2]);
  }],
  'dead-letters from a session, and the dead-letter queue has no sessions': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 'bad'));
    const session = await client.acceptSession(queue, 'A');
    await session.deadLetterMessage(await receiveOne(session), { deadLetterReason: 'why' });
    const dead = client.createReceiver(queue, { subQueueType: 'deadLetter' });
    const message = await receiveOne(dead);
    assert.equal(message.sessionId, 'A');
    assert.equal(message.deadLetterReason, 'why');
    await dead.completeMessage(message);
  }],
  'defers in a session': ['sessions', async ({ client, queue, sender }) => {
    await sender.sendMessages(messages('A', 1, 2));
    const session = await client.acceptSession(queue, 'A');
    const message = await receiveOne(session);
    await session.deferMessage(message);
    assert.equal((await receiveOne(session)).body, 2);
    const [deferred] = await session.receiveDeferredMessages(message.sequenceNumber);
    await session.completeMessage(deferred);
  }],
  'a message without a session id is refused': ['sessions', async ({ sender }) => {
    await assert.rejects(sender.sendMessages({ body: 'x' }));
  }],
  'a plain receiver is refused on a queue with sessions': ['sessions', async ({ client, queue }) => {
    await assert.rejects(client.createReceiver(queue).receiveMessages(1, { maxWaitTimeInMs: 500 }));
  }],
  'a session receiver is refused on a plain queue': ['plain', async ({ client, queue }) => {
    await assert.rejects(client.acceptSession(queue, 'A'));
  }],
};
