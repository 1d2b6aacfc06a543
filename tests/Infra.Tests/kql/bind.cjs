// Binds queries against tables, as Log Analytics would: `node bind.cjs tables.json` with a JSON list of queries on its input.
// Prints a JSON list with, for each query, what the language service of Kusto has against it and the columns that it gives.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

// It is written for a browser: both files make globals.
const folder = path.dirname(require.resolve('@kusto/language-service-next/package.json'));
for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js'])
  vm.runInThisContext(fs.readFileSync(path.join(folder, file), 'utf8'), { filename: file });

const { GlobalState, KustoCode, Symbols } = Kusto.Language;
const schemas = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const tables = Object.entries(schemas).map(([name, columns]) =>
  new Symbols.TableSymbol.$ctor7(name, '(' + Object.entries(columns).map(([column, type]) => `${column}: ${type}`).join(', ') + ')', null));
const workspace = new Symbols.DatabaseSymbol.$ctor2('workspace', null, System.Array.init(tables, Symbols.Symbol));
const globals = GlobalState.Default.WithDatabase(workspace);

const list = items => Array.from({ length: items.Count }, (_, index) => items.getItem(index));
const answers = JSON.parse(fs.readFileSync(0, 'utf8')).map(query => {
  const code = KustoCode.ParseAndAnalyze(query, globals);
  return {
    faults: list(code.GetDiagnostics()).map(fault => fault.Message),
    columns: code.ResultType && code.ResultType.Columns ? list(code.ResultType.Columns).map(column => column.Name) : [],
  };
});
console.log(JSON.stringify(answers));
