// A stand-in for the Azure CLI. It takes the commands and options that the CLI itself takes (commands.txt) and no other, answers from a state
// ($AZ_STATE/state.json) or as the CLI's pages show it (answers.json), works a --query out, and refuses what Azure refuses, in Azure's words as far as a
// script looks at them. Each call stands in $AZ_STATE/calls.
// One process answers all: it prints its port and takes a call per connection (fields that end in NUL: how many words, the words, the folder, the
// environment, and an end), and gives code, output and errors in the same way. Program `az` of Script.cs is such a connection.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import jmespath from 'jmespath';

const globals = { '--output': '', '-o': '', '--query': '', '--only-show-errors': '0', '--subscription': '' };
const samples = { id: '00000000-0000-4000-8000-000000000001' };
const read = name => readFileSync(new URL(name, import.meta.url), 'utf8');
const known = new Map(read('commands.txt').split('\n').filter(Boolean).map(line => {
  const [name, options] = line.split(':');
  return [name, options.trim().split(' ').filter(Boolean)];
}));
const shown = JSON.parse(read('answers.json')).answers;

class Refusal extends Error {
  constructor(text, code) {
    super(text);
    this.code = code;
  }
}

function refuse(text, code = 1) {
  throw new Refusal(text, code);
}

// What the command line says, as the CLI reads it.
function parse(words) {
  let length = words.findIndex(word => word.startsWith('-'));
  if (length < 0) length = words.length;
  const name = words.slice(0, length).join(' ');
  if (!known.has(name)) refuse(`'${name}' is misspelled or not recognized by the system.`, 2);

  const options = known.get(name).map(text => {
    const [, names, mark] = /^([^!0?+]*?)(!?[0?+]?)$/.exec(text);
    return { names: names.split('/'), required: mark.startsWith('!'), takes: mark.replace('!', '') };
  });
  const given = new Map();
  for (let i = length; i < words.length;) {
    const word = words[i++];
    const option = options.find(option => option.names.includes(word));
    if (!option && !(word in globals)) refuse(`unrecognized arguments: ${word}`, 2);
    const takes = option ? option.takes : globals[word];
    const values = [];
    while (i < words.length && !words[i].startsWith('--') && !/^-[a-z]$/.test(words[i]) && (takes === '+' || (takes !== '0' && values.length === 0))) values.push(words[i++]);
    if (takes !== '0' && takes !== '?' && values.length === 0) refuse(`argument ${word}: expected one argument`, 2);
    const key = option ? option.names.find(name => name.startsWith('--')) ?? word : word;
    given.set(key, [...(given.get(key) ?? []), ...values]);
  }
  const missing = options.filter(option => option.required && !option.names.some(name => given.has(name)));
  if (missing.length > 0) refuse(`the following arguments are required: ${missing.map(option => option.names.join('/'))}`, 2);
  const value = (...names) => names.map(name => given.get(name)).find(Boolean)?.[0];
  return { name, given, value, group: value('--resource-group', '--name') };
}

// A query that gives nothing is one that asks for what is not there; the CLI prints nothing then, and a script goes on with it.
function pick(query, content) {
  let found;
  try {
    found = jmespath.search(content, query);
  } catch (fault) {
    refuse(`argument --query: invalid jmespath_type value: '${query}' (${fault.message})`, 2);
  }
  const isNothing = value => value === null || (Array.isArray(value) ? value.length === 0 || value.every(isNothing)
    : typeof value === 'object' && Object.values(value).some(isNothing));
  if (isNothing(found)) refuse(`--query ${query} gives nothing of ${JSON.stringify(content)}`);
  return found;
}

function call({ words, folder, environment }) {
  const home = environment.AZ_STATE;
  const state = JSON.parse(readFileSync(join(home, 'state.json'), 'utf8'));
  appendFileSync(join(home, 'calls'), words.join(' ') + '\n');
  const { name, given, value, group } = parse(words);
  const at = path => resolve(folder, path);
  let output = '';

  function print(content) {
    const format = value('--output', '-o') ?? 'json';
    const picked = given.has('--query') ? pick(value('--query'), content) : content;
    if (format === 'none') return;
    const rows = Array.isArray(picked) ? picked : [picked];
    output = format === 'tsv'
      ? rows.map(row => typeof row === 'object' ? Object.values(row).join('\t') : String(row)).join('\n') + '\n'
      : JSON.stringify(picked) + '\n';
  }

  function save() {
    writeFileSync(join(home, 'state.json'), JSON.stringify(state));
  }

  // Counts a wait down; true while it is not over.
  function waits(what) {
    if (!(state.waits?.[what] > 0)) return false;
    state.waits[what]--;
    save();
    return true;
  }

  function checkGroup() {
    if (!state.groups.includes(group)) refuse(`(ResourceGroupNotFound) Resource group '${group}' could not be found.`, 3);
  }

  function container() {
    return state.containers.find(one => one.account === value('--account-name') && one.name === value('--container-name'));
  }

  // What Azure Resource Manager has against a template with these parameters.
  function checkDeployment() {
    checkGroup();
    const parameters = given.get('--parameters') ?? [];
    const template = value('--template-file');
    if (template && !existsSync(at(template))) refuse(`[Errno 2] No such file or directory: '${template}'`);
    const takes = template ? [...readFileSync(at(template), 'utf8').matchAll(/^param (\w+)/gm)].map(match => match[1]) : state.parameters;
    const values = {};
    for (const text of parameters) {
      if (text.endsWith('.bicepparam')) {
        for (const [, variable] of readFileSync(at(text), 'utf8').matchAll(/readEnvironmentVariable\('(\w+)'\)/g)) {
          if (!environment[variable]) refuse(`BCP338: Environment variable "${variable}" does not exist, and no default value set.`);
        }
        continue;
      }
      const [, parameter, json] = /^(\w+)=(.*)$/s.exec(text) ?? refuse(`Unable to parse parameter: ${text}`);
      if (!takes.includes(parameter)) refuse(`(InvalidTemplate) The following parameters were supplied, but do not correspond to any parameters defined in the template: '${parameter}'`);
      values[parameter] = json;
    }
    return values;
  }

  const commands = {
    'account show': () => print({ user: { type: state.userType } }),
    'ad signed-in-user show': () => state.userType === 'user' ? print(samples) : refuse('/me request is only valid with delegated authentication flow.'),
    'group create': () => {
      if (!state.groups.includes(group)) state.groups.push(group);
    },
    'group exists': () => print(state.groups.includes(group)),
    'provider show': () => print({ registrationState: state.providers.includes(value('--namespace')) ? 'Registered' : 'NotRegistered' }),
    'provider register': () => {
      if (!state.mayRegister) refuse('(AuthorizationFailed) The client does not have authorization to perform action \'Microsoft.Resources/subscriptions/providers/register/action\'');
      state.providers.push(value('--namespace'));
    },
    'storage account list': () => print([...new Set(state.containers.map(one => one.account))].map(name => ({ name }))),
    'storage container-rm list': () => print(state.containers.filter(one => one.account === value('--storage-account'))),
    'storage container immutability-policy show': () => print({ ...shown[name], state: container()?.locked ? 'Locked' : 'Unlocked' }),
    'deployment group what-if': checkDeployment,
    'deployment group create': () => {
      const values = checkDeployment();
      const missing = state.needed.find(provider => !state.providers.includes(provider));
      if (missing) refuse(`(MissingSubscriptionRegistration) The subscription is not registered to use namespace '${missing}'.`);
      if (state.deletedVaults.length > 0) refuse('(ConflictError) A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault.');
      if (state.deletedGateways.length > 0) refuse('(ServiceAlreadyExistsInSoftDeletedState) Api service was soft-deleted.');
      for (const one of state.containers.filter(one => one.locked && one.name.startsWith('archief-'))) {
        if (!(values.lockedArchives ?? '').includes(`"${one.name.slice('archief-'.length)}"`)) refuse('(ImmutabilityPolicyLocked) The immutability policy is locked and can not be modified.');
      }
      if (waits('key')) refuse('(KeyVaultAuthenticationFailure) The operation failed because of authentication issue on the keyvault.');
      if (state.fault) refuse(state.fault);
      state.registerKeys = [...(state.registerKeys ?? []), environment.HUB_REGISTER_KEY ?? ''];
      state.deployerTypes = [...(state.deployerTypes ?? []), environment.HUB_DEPLOYER_PRINCIPAL_TYPE ?? ''];
      state.deployments.push({ name: value('--name'), at: `2031-04-01T12:00:${String(state.deployments.length).padStart(2, '0')}Z`, outputs: state.outputs });
      state.deployments.push({ name: 'identity', at: '2031-04-02T12:00:00Z', outputs: { principalId: { value: samples.id } } });
    },
    'deployment group list': () => {
      checkGroup();
      print(state.deployments.map(one => ({ name: one.name, properties: { provisioningState: one.failed ? 'Failed' : 'Succeeded', timestamp: one.at } })));
    },
    'deployment group show': () => {
      const one = state.deployments.find(one => one.name === value('--name')) ?? refuse(`(DeploymentNotFound) Deployment '${value('--name')}' could not be found.`, 3);
      print({ properties: { ...shown[name].properties, outputs: one.outputs } });
    },
    'keyvault list-deleted': () => state.mayNotSeeDeleted ? refuse('(AuthorizationFailed)') : print(state.deletedVaults.map(one => ({
      name: one.name, properties: { location: 'westeurope', vaultId: `/subscriptions/s/resourceGroups/${one.group}/providers/Microsoft.KeyVault/vaults/${one.name}` },
    }))),
    'keyvault recover': () => {
      state.deletedVaults = state.deletedVaults.filter(one => one.name !== value('--name'));
    },
    'apim deletedservice list': () => state.mayNotSeeDeleted ? refuse('(AuthorizationFailed)') : print(state.deletedGateways.map(one => ({
      name: one.name, location: 'West Europe', serviceId: `/subscriptions/s/resourceGroups/${one.group}/providers/Microsoft.ApiManagement/service/${one.name}`,
    }))),
    'apim deletedservice purge': () => {
      state.deletedGateways = state.deletedGateways.filter(one => one.name !== value('--service-name'));
    },
    'functionapp deployment source config-zip': () => {
      checkGroup();
      if (!existsSync(at(value('--src')))) refuse(`${value('--src')} does not exist.`);
      if (value('--name') !== state.outputs.appName.value) refuse(`(ResourceNotFound) The Resource 'Microsoft.Web/sites/${value('--name')}' was not found.`, 3);
      if (waits('package')) refuse('InaccessibleStorageException: Failed to access storage account for deployment: 403 (This request is not authorized to perform this operation.)');
      state.deployed = value('--src');
    },
    'resource list': () => print(state.resources),
    'lock list': () => print((state.locks ?? []).map(name => ({ name }))),
    'storage account show': () => print({ ...shown[name], id: `/subscriptions/s/storageAccounts/${value('--name')}` }),
    'role assignment create': () => {
      state.roles = [...(state.roles ?? []), value('--role')];
    },
    'storage blob list': () => {
      if (!state.roles?.includes('Storage Blob Data Owner') || waits('data')) refuse('You do not have the required permissions needed to perform this operation.');
      print(container()?.versions ?? []);
    },
    'storage blob delete': () => {
      container().versions.find(one => one.name === value('--name') && one.isCurrentVersion).isCurrentVersion = false;
    },
    'rest': () => {
      const [, account, containerName, blob, query] = /^https:\/\/([^.]+)\.blob\.core\.windows\.net\/([^/]+)\/([^?]+)\?(.*)$/.exec(value('--uri')) ?? [];
      if (!account) return print({});
      const archive = state.containers.find(one => one.account === account && one.name === containerName);
      const version = archive.versions.find(one => one.name === decodeURIComponent(blob) && one.versionId === decodeURIComponent(/versionid=(.*)$/.exec(query)[1]));
      if (query.startsWith('comp=immutabilityPolicies')) version.isHeld = false;
      else if (version.isHeld) refuse('BlobImmutableDueToPolicy');
      else if (version.isCurrentVersion) refuse('OperationNotAllowedOnRootBlob');
      else archive.versions = archive.versions.filter(one => one !== version);
    },
    'group delete': () => {
      checkGroup();
      if (state.locks?.length > 0) refuse('(ScopeLocked) The scope cannot perform delete operation because following scope(s) are locked.');
      if (state.containers.some(one => one.versions?.length > 0)) refuse('(AccountProtectedFromDeletion) The account has a container with version-level immutability that is not empty.');
      state.groups = state.groups.filter(one => one !== group);
    },
  };

  (commands[name] ?? (() => print(shown[name] ?? {})))();
  save();
  return output;
}

function answer(fields) {
  const count = Number(fields[0]);
  const environment = Object.fromEntries(fields.slice(count + 2).map(text => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]));
  try {
    return [0, call({ words: fields.slice(1, count + 1), folder: fields[count + 1], environment }), ''];
  } catch (fault) {
    return [fault.code ?? 1, '', `${fault instanceof Refusal ? fault.message : fault.stack}\n`];
  }
}

const server = createServer(connection => {
  let asked = '';
  connection.setEncoding('utf8');
  connection.on('error', () => {});
  connection.on('data', text => {
    asked += text;
    if (asked.endsWith('\0\x04\0')) connection.end(answer(asked.slice(0, -3).split('\0')).map(field => `${field}\0`).join(''));
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
// It ends with the tests that started it.
process.stdin.resume();
process.stdin.on('end', () => process.exit());
