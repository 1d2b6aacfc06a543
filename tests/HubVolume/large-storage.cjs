// Loaded before Azurite, which is not made for tens of thousands of blobs and rows: else it would be all that is measured.
const { createRequire } = require('module');
const path = require('path');

if (process.argv[1]?.endsWith('azurite.js')) {
  // Every ten minutes it sweeps what was deleted, and then answers nobody for minutes.
  require(path.join(path.dirname(process.argv[1]), 'blob', 'utils', 'constants.js')).DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1000;

  // Of the fields it looks something up by (account, container, name; partition, row), only the first goes by its index, and by an account it
  // finds all. So the field that leaves least goes first.
  const { Resultset } = createRequire(process.argv[1])('lokijs');
  const find = Resultset.prototype.find;
  Resultset.prototype.find = function (query, firstOnly) {
    const { collection, filterInitialized } = this;
    const velden = query && !filterInitialized ? Object.keys(query).filter((veld) => typeof query[veld] === 'string' && collection.binaryIndices[veld]) : [];
    const over = (veld) => {
      const [eerste, laatste] = collection.calculateRange('$eq', veld, query[veld]);
      return laatste - eerste;
    };
    const voorop = velden.length > 1 ? velden.reduce((beste, veld) => (over(veld) < over(beste) ? veld : beste)) : undefined;
    return find.call(this, voorop ? { [voorop]: query[voorop], ...query } : query, firstOnly);
  };
}
