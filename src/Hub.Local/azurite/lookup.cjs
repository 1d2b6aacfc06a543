// Loaded before Azurite. Of the fields it looks something up by (account, container, name; partition, row), only the first goes by its
// index, and by a partition it finds all of its rows, one by one. So the field that leaves least goes first; what is found is the same.
const { createRequire } = require('module');

if (process.argv[1]?.endsWith('azurite.js')) {
  const { Resultset } = createRequire(process.argv[1])('lokijs');
  const find = Resultset.prototype.find;
  Resultset.prototype.find = function (query, firstOnly) {
    const { collection, filterInitialized } = this;
    const indexed = query && !filterInitialized ? Object.keys(query).filter((field) => typeof query[field] === 'string' && collection.binaryIndices[field]) : [];
    const count = (field) => {
      const [first, last] = collection.calculateRange('$eq', field, query[field]);
      return last - first;
    };
    const leading = indexed.length > 1 ? indexed.reduce((best, field) => (count(field) < count(best) ? field : best)) : undefined;
    return find.call(this, leading ? { [leading]: query[leading], ...query } : query, firstOnly);
  };
}
