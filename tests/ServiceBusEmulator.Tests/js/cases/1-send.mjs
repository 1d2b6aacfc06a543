import { ServiceBusClient } from '@azure/service-bus';
import { assert, bodies, failsWith, nothingComes, receive, receiveOne } from '../tools.mjs';

export default {
  'sends, receives and completes': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'hello', messageId: 'm1', contentType: 'text/plain', subject: 's', applicationProperties: { a: 1, b: 'x', c: true } });
    const receiver = client.createReceiver(queue);
    const message = await receiveOne(receiver);
    assert.equal(message.body, 'hello');
    assert.equal(message.messageId, 'm1');
    assert.equal(message.contentType, 'text/plain');
    assert.equal(message.subject, 's');
    assert.deepEqual(message.applicationProperties, { a: 1, b: 'x', c: true });
    assert.equal(message.deliveryCount, 0);
    assert.equal(message.state, 'active');
    await receiver.completeMessage(message);
    await nothingComes(receiver);
  }],
  'carries bodies of all kinds': ['plain', async ({ client, queue, sender }) => {
    const sent = ['text', 5, { x: [1, 2] }, null, Buffer.from([0, 255, 7])];
    for (const body of sent) await sender.sendMessages({ body });
    const received = await receive(client.createReceiver(queue), sent.length);
    assert.deepEqual(bodies(received), sent);
  }],
  'carries value and sequence bodies unchanged': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ bodyType: 'value', body: { a: 'b' } });
    await sender.sendMessages({ bodyType: 'sequence', body: [1, 'two', true] });
    const [value, sequence] = await receive(client.createReceiver(queue), 2);
    assert.deepEqual(value.body, { a: 'b' });
    assert.equal(value._rawAmqpMessage.bodyType, 'value');
    assert.deepEqual(sequence.body, [1, 'two', true]);
    assert.equal(sequence._rawAmqpMessage.bodyType, 'sequence');
  }],
  'unpacks a batch into its messages': ['plain', async ({ client, queue, sender }) => {
    const batch = await sender.createMessageBatch();
    for (let i = 0; i < 50; i++) assert.ok(batch.tryAddMessage({ body: i, messageId: `b${i}`, applicationProperties: { i } }));
    await sender.sendMessages(batch);
    const received = await receive(client.createReceiver(queue), 50);
    assert.deepEqual(bodies(received), Array.from({ length: 50 }, (_, i) => i));
    assert.deepEqual(received.map((message) => message.applicationProperties.i), bodies(received));
  }],
  'tells the size that a batch may have': ['plain', async ({ sender }) => {
    const batch = await sender.createMessageBatch();
    assert.equal(batch.maxSizeInBytes, 256 * 1024);
    assert.ok(!batch.tryAddMessage({ body: Buffer.alloc(256 * 1024) }));
  }],
  'carries a body of 200 KB': ['plain', async ({ client, queue, sender }) => {
    const body = Buffer.alloc(200 * 1024, 'ab');
    await sender.sendMessages({ body });
    assert.ok(body.equals((await receiveOne(client.createReceiver(queue))).body));
  }],
  'refuses a message that is too large [guess: rejected, not detached]': ['plain', async ({ sender }) => {
    await failsWith('MessageSizeExceeded', sender.sendMessages({ body: Buffer.alloc(300 * 1024) }));
    await sender.sendMessages({ body: 'small' });
  }],
  'gives a message without an id one': ['plain', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'x' });
    assert.match((await receiveOne(client.createReceiver(queue))).messageId, /.{16,}/);
  }],
  'refuses an unknown queue': ['plain', async ({ client }) => {
    await failsWith('MessagingEntityNotFound', client.createSender('no-such-queue').sendMessages({ body: 'x' }));
  }],
  'refuses a bad key': ['plain', async ({ queue, connectionString }) => {
    const thief = new ServiceBusClient(connectionString.replace(/SharedAccessKey=[^;]+/, 'SharedAccessKey=d3Jvbmc='), { retryOptions: { maxRetries: 0 } });
    await failsWith('UnauthorizedAccess', thief.createSender(queue).sendMessages({ body: 'x' }));
    await thief.close();
  }],
  'accepts the same id once': ['unique', async ({ client, queue, sender }) => {
    await sender.sendMessages({ body: 'first', messageId: 'same' });
    await sender.sendMessages({ body: 'second', messageId: 'same' });
    const receiver = client.createReceiver(queue);
    const message = await receiveOne(receiver);
    assert.equal(message.body, 'first');
    await receiver.completeMessage(message);
    await sender.sendMessages({ body: 'third', messageId: 'same' });
    await nothingComes(receiver);
  }],
  'accepts the same id once within a batch': ['unique', async ({ client, queue, sender }) => {
    await sender.sendMessages([{ body: 1, messageId: 'a' }, { body: 2, messageId: 'a' }, { body: 3, messageId: 'b' }]);
    const receiver = client.createReceiver(queue);
    assert.deepEqual(bodies(await receive(receiver, 2)), [1, 3]);
    await nothingComes(receiver);
  }],
  'refuses a subscription as not implemented, since it has queues only': ['plain', async ({ client }) => {
    await assert.rejects(client.createReceiver('topic', 'subscription').receiveMessages(1, { maxWaitTimeInMs: 500 }), /queues only: topics are not implemented/);
  }],
  'carries application properties of all kinds': ['plain', async ({ client, queue, sender }) => {
    const applicationProperties = { text: 'é', number: 1.5, large: 2 ** 40, no: false, nothing: null, date: new Date(86_400_000) };
    await sender.sendMessages({ body: 'x', applicationProperties });
    const received = (await receiveOne(client.createReceiver(queue))).applicationProperties;
    assert.equal(received.text, 'é');
    assert.equal(received.number, 1.5);
    assert.equal(Number(received.large), 2 ** 40);
    assert.equal(received.no, false);
    assert.equal(new Date(received.date).getTime(), 86_400_000);
  }],
  'carries a batch of many transfers': ['plain', async ({ client, queue, sender }) => {
    const sent = Array.from({ length: 500 }, (_, i) => i);
    for (let i = 0; i < 500; i += 100) await sender.sendMessages(sent.slice(i, i + 100).map((body) => ({ body })));
    assert.deepEqual(bodies(await receive(client.createReceiver(queue), 500)), sent);
  }],
  'carries a trace context that the sender put on a message': ['plain', async ({ client, queue, sender }) => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await sender.sendMessages({ body: 'x', applicationProperties: { traceparent, 'Diagnostic-Id': traceparent } });
    assert.equal((await receiveOne(client.createReceiver(queue))).applicationProperties.traceparent, traceparent);
  }],
};
