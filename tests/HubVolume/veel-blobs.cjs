// Loaded before Azurite, which is not made for tens of thousands of blobs: else it would be all that is measured.
const { createRequire } = require('module');
const path = require('path');

if (process.argv[1]?.endsWith('azurite.js')) {
  // Every ten minutes it sweeps what was deleted, and then answers nobody for minutes.
  require(path.join(path.dirname(process.argv[1]), 'blob', 'utils', 'constants.js')).DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1000;

  // It looks a blob up by account, container, name and snapshot, and only the first of them by its index: by the account it finds all.
  const { Resultset } = createRequire(process.argv[1])('lokijs');
  const find = Resultset.prototype.find;
  Resultset.prototype.find = function (query, firstOnly) {
    const naam = query && ['name', 'blobName'].find((veld) => typeof query[veld] === 'string' && Object.keys(query)[0] !== veld);
    return find.call(this, naam ? { [naam]: query[naam], ...query } : query, firstOnly);
  };
}
