// A stand-in for the Azure CLI. It takes the commands and options that the CLI itself takes (commands.txt) and no other, answers from a state
// ($AZ_STATE/state.json), and refuses what Azure refuses, in Azure's words as far as a script looks at them. Each call stands in $AZ_STATE/calls.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.AZ_STATE;
const state = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'));
const words = process.argv.slice(2);
appendFileSync(join(folder, 'calls'), words.join(' ') + '\n');

const globals = { '--output': '', '-o': '', '--query': '', '--only-show-errors': '0', '--subscription': '' };
const samples = { id: '00000000-0000-4000-8000-000000000001' };

function refuse(text, code = 1) {
  console.error(text);
  process.exit(code);
}

// What the command line says, as the CLI reads it.
function parse() {
  const lines = readFileSync(new URL('commands.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);
  const commands = new Map(lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim().split(' ').filter(Boolean)]));
  let length = words.findIndex(word => word.startsWith('-'));
  if (length < 0) length = words.length;
  const name = words.slice(0, length).join(' ');
  if (!commands.has(name)) refuse(`'${name}' is misspelled or not recognized by the system.`, 2);

  const options = commands.get(name).map(text => {
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

const { name, given, value, group } = parse();

function answer(content) {
  if (given.has('--output') && given.get('--output')[0] === 'none' || given.get('-o')?.[0] === 'none') return;
  // A query that picks something out of an answer is not worked out here: it gives an id.
  console.log(given.has('--query') ? samples.id : JSON.stringify(content));
}

function save() {
  writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
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
  if (template && !existsSync(template)) refuse(`[Errno 2] No such file or directory: '${template}'`);
  const known = template ? [...readFileSync(template, 'utf8').matchAll(/^param (\w+)/gm)].map(match => match[1]) : state.parameters;
  const values = {};
  for (const text of parameters) {
    if (text.endsWith('.bicepparam')) {
      for (const [, variable] of readFileSync(text, 'utf8').matchAll(/readEnvironmentVariable\('(\w+)'\)/g)) {
        if (!process.env[variable]) refuse(`BCP338: Environment variable "${variable}" does not exist, and no default value set.`);
      }
      continue;
    }
    const [, parameter, json] = /^(\w+)=(.*)$/s.exec(text) ?? refuse(`Unable to parse parameter: ${text}`);
    if (!known.includes(parameter)) refuse(`(InvalidTemplate) The following parameters were supplied, but do not correspond to any parameters defined in the template: '${parameter}'`);
    values[parameter] = json;
  }
  return values;
}

const commands = {
  'account show': () => answer({ user: { type: state.userType } }),
  'ad signed-in-user show': () => state.userType === 'user' ? answer(samples) : refuse('/me request is only valid with delegated authentication flow.'),
  'group create': () => {
    if (!state.groups.includes(group)) state.groups.push(group);
  },
  'group exists': () => console.log(String(state.groups.includes(group))),
  'provider show': () => answer({ registrationState: state.providers.includes(value('--namespace')) ? 'Registered' : 'NotRegistered' }),
  'provider register': () => {
    if (!state.mayRegister) refuse('(AuthorizationFailed) The client does not have authorization to perform action \'Microsoft.Resources/subscriptions/providers/register/action\'');
    state.providers.push(value('--namespace'));
  },
  'storage account list': () => answer([...new Set(state.containers.map(one => one.account))].map(name => ({ name }))),
  'storage container-rm list': () => answer(state.containers.filter(one => one.account === value('--storage-account'))),
  'storage container immutability-policy show': () => answer({ state: container()?.locked ? 'Locked' : 'Unlocked' }),
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
    state.registerKeys = [...(state.registerKeys ?? []), process.env.HUB_REGISTER_KEY ?? ''];
    state.deployerTypes = [...(state.deployerTypes ?? []), process.env.HUB_DEPLOYER_PRINCIPAL_TYPE ?? ''];
    state.deployments.push({ name: value('--name'), at: `2031-04-01T12:00:${String(state.deployments.length).padStart(2, '0')}Z`, outputs: state.outputs });
    state.deployments.push({ name: 'identity', at: '2031-04-02T12:00:00Z', outputs: { principalId: { value: samples.id } } });
  },
  'deployment group list': () => {
    checkGroup();
    answer(state.deployments.map(one => ({ name: one.name, properties: { provisioningState: one.failed ? 'Failed' : 'Succeeded', timestamp: one.at } })));
  },
  'deployment group show': () => {
    const one = state.deployments.find(one => one.name === value('--name')) ?? refuse(`(DeploymentNotFound) Deployment '${value('--name')}' could not be found.`, 3);
    answer({ properties: { outputs: one.outputs } });
  },
  'keyvault list-deleted': () => state.mayNotSeeDeleted ? refuse('(AuthorizationFailed)') : answer(state.deletedVaults.map(one => ({
    name: one.name, properties: { location: 'westeurope', vaultId: `/subscriptions/s/resourceGroups/${one.group}/providers/Microsoft.KeyVault/vaults/${one.name}` },
  }))),
  'keyvault recover': () => {
    state.deletedVaults = state.deletedVaults.filter(one => one.name !== value('--name'));
  },
  'apim deletedservice list': () => state.mayNotSeeDeleted ? refuse('(AuthorizationFailed)') : answer(state.deletedGateways.map(one => ({
    name: one.name, location: 'West Europe', serviceId: `/subscriptions/s/resourceGroups/${one.group}/providers/Microsoft.ApiManagement/service/${one.name}`,
  }))),
  'apim deletedservice purge': () => {
    state.deletedGateways = state.deletedGateways.filter(one => one.name !== value('--service-name'));
  },
  'functionapp deployment source config-zip': () => {
    checkGroup();
    if (!existsSync(value('--src'))) refuse(`${value('--src')} does not exist.`);
    if (value('--name') !== state.outputs.appName.value) refuse(`(ResourceNotFound) The Resource 'Microsoft.Web/sites/${value('--name')}' was not found.`, 3);
    if (waits('package')) refuse('InaccessibleStorageException: Failed to access storage account for deployment: 403 (This request is not authorized to perform this operation.)');
    state.deployed = value('--src');
  },
  'resource list': () => answer(state.resources),
  'lock list': () => answer((state.locks ?? []).map(name => ({ name }))),
  'storage account show': () => answer({ id: `/subscriptions/s/storageAccounts/${value('--name')}` }),
  'role assignment create': () => {
    state.roles = [...(state.roles ?? []), value('--role')];
  },
  'storage blob list': () => {
    if (!state.roles?.includes('Storage Blob Data Owner') || waits('data')) refuse('You do not have the required permissions needed to perform this operation.');
    answer(container()?.versions ?? []);
  },
  'storage blob delete': () => {
    container().versions.find(one => one.name === value('--name') && one.isCurrentVersion).isCurrentVersion = false;
  },
  'rest': () => {
    const [, account, containerName, blob, query] = /^https:\/\/([^.]+)\.blob\.core\.windows\.net\/([^/]+)\/([^?]+)\?(.*)$/.exec(value('--uri')) ?? [];
    if (!account) return answer({});
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

(commands[name] ?? (() => answer({})))();
save();
