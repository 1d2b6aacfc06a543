// Loaded before Azurite: when Hub.Local dies, in whatever way, Azurite writes its tables and stops. It keeps them in memory for up to
// five seconds; killing it would lose what the queues have already acknowledged.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.stdin.on('error', () => {});
process.stdin.on('end', () => process.emit('SIGTERM'));
process.stdin.resume();
process.stdin.unref();
// Azurite listens to the signal once: a second one may not end it while it is writing.
process.on('SIGTERM', () => {});
process.on('SIGINT', () => {});
