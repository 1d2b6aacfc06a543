// Binds queries against tables, as Log Analytics would, and works them out on rows: `node kql.cjs` takes lines, each a JSON list of
// { query, rows?: { <table>: [<row>] } }, and answers each with a line: a JSON list with, for each query, what the language service of Kusto has
// against it, the columns that it gives and, where rows were given and nothing is against it, the rows that it gives.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { evaluate } = require('./evaluate.cjs');

// It is written for a browser: both files make globals.
const folder = path.dirname(require.resolve('@kusto/language-service-next/package.json'));
for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js'])
  vm.runInThisContext(fs.readFileSync(path.join(folder, file), 'utf8'), { filename: file });

const { GlobalState, KustoCode, Symbols } = Kusto.Language;
const schemas = JSON.parse(fs.readFileSync(path.join(__dirname, 'tables.json'), 'utf8'));
const tables = Object.entries(schemas).map(([name, { columns }]) =>
  new Symbols.TableSymbol.$ctor7(name, '(' + Object.entries(columns).map(([column, type]) => `${column}: ${type}`).join(', ') + ')', null));
const workspace = new Symbols.DatabaseSymbol.$ctor2('workspace', null, System.Array.init(tables, Symbols.Symbol));
const globals = GlobalState.Default.WithDatabase(workspace);

const list = items => Array.from({ length: items.Count }, (_, index) => items.getItem(index));
const answer = ({ query, rows }) => {
  const code = KustoCode.ParseAndAnalyze(query, globals);
  const faults = list(code.GetDiagnostics()).map(fault => fault.Message);
  return {
    faults,
    columns: code.ResultType && code.ResultType.Columns ? list(code.ResultType.Columns).map(column => column.Name) : [],
    rows: rows && faults.length === 0 ? evaluate(code.Syntax, rows, schemas) : null,
  };
};
const lines = require('node:readline').createInterface({ input: process.stdin });
lines.on('line', line => console.log(JSON.stringify(JSON.parse(line).map(answer))));
