// Loaded before Azurite, which is not made for tens of thousands of blobs: every ten minutes it sweeps what was deleted, and then answers
// nobody for minutes.
const path = require('path');

if (process.argv[1]?.endsWith('azurite.js')) {
  require(path.join(path.dirname(process.argv[1]), 'blob', 'utils', 'constants.js')).DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1000;
}
