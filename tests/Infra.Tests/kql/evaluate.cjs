// Works out the queries of our alerts over the tree that the language service of Kusto made of them: exactly the operators and functions that stand in
// infra/alerts.json, by their pages on learn.microsoft.com/kusto/query; anything else is refused, so that nothing is worked out by guess.
const seconds = { d: 86400, h: 3600, m: 60, s: 1 };

const children = node => Array.from({ length: node.ChildCount }, (_, index) => node.GetChild(index)).filter(Boolean);
const kind = node => Bridge.getTypeName(node).split('`')[0].split('.').at(-1);
const unknown = node => { throw new Error(`${kind(node)} is not worked out here: ${node.toString()}`); };
const word = node => node.IsToken ? node.Text : children(node).map(word).join('');
const token = (node, index) => word(children(node)[index]);

// The parts of a list, without what stands between them.
function parts(node) {
  const found = [];
  for (const child of children(node)) {
    if (kind(child) === 'SeparatedElement') found.push(children(child)[0]);
    else if (kind(child) === 'SyntaxList') found.push(...parts(child));
  }
  return found;
}

// datatypes-string-operators: a term is a run of letters and digits; what is sought stands alone where it begins and ends with one.
function has(text, sought) {
  const isPart = letter => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  const [whole, part] = [String(text).toLowerCase(), sought.toLowerCase()];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const isTerm = !(isPart(part[0]) && isPart(whole[at - 1])) && !(isPart(part.at(-1)) && isPart(whole[at + part.length]));
    if (isTerm) return true;
  }
  return false;
}

// scalar-null-values: what is compared with nothing is not true.
const compare = test => (left, right) => left !== null && right !== null && test(left, right);
const binary = {
  '==': compare((left, right) => left === right),
  '!=': compare((left, right) => left !== right),
  '<': compare((left, right) => left < right),
  '<=': compare((left, right) => left <= right),
  '>': compare((left, right) => left > right),
  '>=': compare((left, right) => left >= right),
  and: (left, right) => left && right,
  or: (left, right) => left || right,
  has,
};

const scalar = {
  ago: span => Date.now() - span,
  not: value => !value,
  startofday: time => time === null ? null : time - time % (seconds.d * 1000),
  toint: text => /^\s*[+-]?\d+\s*$/.test(String(text)) ? parseInt(text, 10) : null,
  tostring: value => value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value),
};

const aggregate = {
  count: rows => rows.length,
  countif: (rows, test) => rows.filter(test).length,
  dcountif: (rows, of, test) => new Set(rows.filter(test).map(of)).size,
  max: (rows, of) => rows.map(of).filter(value => value !== null).reduce((most, value) => most === null || value > most ? value : most, null),
  sum: (rows, of) => rows.map(of).filter(value => value !== null).reduce((all, value) => all + value, 0),
};

// What an expression is of a row.
function value(node, row) {
  const of = index => value(children(node)[index], row);
  switch (kind(node)) {
    case 'NameReference': return word(node) in row ? row[word(node)] : unknown(node);
    case 'PathExpression': return of(0)?.[token(node, 2)] ?? null;
    case 'ParenthesizedExpression': return of(1);
    case 'LiteralExpression': return literal(word(node));
    case 'BinaryExpression': return (binary[token(node, 1)] ?? unknown(node))(of(0), of(2));
    case 'InExpression': return token(node, 1) === 'in' ? parts(children(node)[2]).some(one => value(one, row) === of(0)) : unknown(node);
    case 'HasAnyExpression': return parts(children(node)[2]).some(one => has(of(0), value(one, row)));
    case 'FunctionCallExpression': return (scalar[token(node, 0)] ?? unknown(node))(...parts(children(node)[1]).map(one => value(one, row)));
    default: return unknown(node);
  }
}

function literal(text) {
  const span = /^(\d+)([dhms])$/.exec(text);
  if (span) return span[1] * seconds[span[2]] * 1000;
  if (/^(['"]).*\1$/.test(text)) return text.slice(1, -1);
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new Error(`${text} is not worked out here.`);
}

// name = expression
const named = node => kind(node) === 'SimpleNamedExpression' ? [token(node, 0), children(node)[2]] : unknown(node);

function aggregated(node, rows) {
  if (kind(node) !== 'FunctionCallExpression') unknown(node);
  const arguments_ = parts(children(node)[1]).map(one => row => value(one, row));
  return (aggregate[token(node, 0)] ?? unknown(node))(rows, ...arguments_);
}

const operators = {
  FilterOperator: (node, rows) => rows.filter(row => value(children(node).at(-1), row)),
  ExtendOperator: (node, rows) => rows.map(row => ({ ...row, ...Object.fromEntries(parts(node).map(named).map(([name, of]) => [name, value(of, row)])) })),
  // Without by: one row, also of none.
  SummarizeOperator: (node, rows) => children(node).some(child => kind(child) === 'SummarizeByClause') ? unknown(node)
    : [Object.fromEntries(parts(node).map(named).map(([name, of]) => [name, aggregated(of, rows)]))],
};

// A row as the table has it: every column, times as milliseconds.
function stored(row, columns) {
  for (const name of Object.keys(row)) if (!(name in columns)) throw new Error(`The table has no column ${name}.`);
  return Object.fromEntries(Object.entries(columns).map(([name, type]) => {
    const given = row[name] ?? (type === 'string' ? '' : null);
    return [name, type === 'datetime' && given !== null ? Date.parse(given) : given];
  }));
}

function run(node, tables, schemas) {
  switch (kind(node)) {
    case 'PipeExpression': {
      const [left, , operator] = children(node);
      return (operators[kind(operator)] ?? unknown(operator))(operator, run(left, tables, schemas));
    }
    case 'NameReference': return (tables[word(node)] ?? []).map(row => stored(row, schemas[word(node)].columns));
    default: return unknown(node);
  }
}

// What a query gives of the rows of each table.
exports.evaluate = function (syntax, tables, schemas) {
  const [statement, ...others] = parts(syntax);
  if (others.length > 0 || kind(statement) !== 'ExpressionStatement') unknown(syntax);
  return run(children(statement)[0], tables, schemas);
};
