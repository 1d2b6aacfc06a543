// Puts two bills of materials (CycloneDX) together: node merge-bom.cjs <app> <host> <result>. What both name stays once.
const fs = require('node:fs');
const [app, host, result] = process.argv.slice(2);
const [bill, more] = [app, host].map((file) => JSON.parse(fs.readFileSync(file, 'utf8')));

const by = (items, key) => [...new Map(items.map((item) => [item[key], item])).values()];
bill.components = by([...(bill.components ?? []), ...(more.components ?? [])], 'bom-ref');
bill.dependencies = by([...(more.dependencies ?? []), ...(bill.dependencies ?? [])], 'ref');
fs.writeFileSync(result, JSON.stringify(bill, null, 2));
