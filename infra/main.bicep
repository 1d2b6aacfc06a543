// The hub of one region in one environment, in one resource group.
// What there is follows from deelnemers.json and queues.json; what an environment may choose is in its parameter file. What protects the
// data (private network, premium tier, geo-redundancy) follows from the environment itself and cannot be turned off by a parameter.
import { Bewaring, Deelnemer, ExistingResource, Omgeving, PrivateNetwork, Queue, Region, Schaal } from 'types.bicep'
import { privateZones } from 'modules/network.bicep'

param omgeving Omgeving
@description('Where everything stands; the resource group may be elsewhere.')
param location Region
@description('First part of every name.')
@minLength(3)
@maxLength(8)
param naam string = 'ijwhub'
@description('Makes names unique that must be so in all of Azure.')
@minLength(4)
@maxLength(6)
param suffix string = take(uniqueString(resourceGroup().id), 6)
@description('The Entra tenant whose tokens are accepted.')
param tenantId string = tenant().tenantId
@description('Client id of the hub\'s registration in Entra: the audience of every version 2 token (docs/adr/0015).')
@minLength(36)
@maxLength(36)
param audience string
@description('Who hears of an alert.')
param alertEmails string[]
@description('Object id of who uploads the package; empty: whoever deploys this. Given when someone else asks what would change.')
param deployerPrincipalId string = ''
@description('What the deployer is: a person, or a pipeline.')
param deployerPrincipalType 'ServicePrincipal' | 'User' = 'User'
@description('Which certificate belongs to the application of who looks after the hub, if it calls over the gateway: <app id>=<THUMBPRINT>.')
param beheerCertificaten string[] = []
param bewaring Bewaring
param schaal Schaal
@description('Messaging units of Service Bus; productie only.')
param serviceBusCapacity 1 | 2 | 4 | 8 | 16 = 1
@description('What a month may cost before people hear of it, in the currency of the subscription (docs/cost.md).')
@minValue(1)
param budgetPerMonth int
@description('From which month the budget counts; a budget that is there keeps its own.')
param budgetStart string = utcNow('yyyy-MM-01')
@description('Tell people when someone changes what protects the data: a role, a lock, an account, the vault.')
param activityAlerts bool = true
@description('Defender for Storage on the account of archive and tables; costs per account and per call.')
param defender bool = false
@description('Encrypt archive, tables and queues with a key in the region\'s own vault. Queues only in productie: the standard tier cannot.')
param eigenSleutel bool = false
@description('The secret of the register; given once, and when a lost hub is made anew: docs/runbook.md.')
@secure()
param registerKey string = ''
@description('Bring back the vault that was deleted with the resource group.')
param recoverVault bool = false
@description('A vault that was there before, whose life is not the hub\'s; null: the hub makes one.')
param existingVault ExistingResource?
@description('The account of the tables of a hub that was lost, after its failover; null: the hub makes one.')
param existingTables ExistingResource?
@description('Codes of gemeenten whose archive was locked: docs/runbook.md, Lock the archive.')
param lockedArchives string[] = []
@description('Address space of the network; productie only.')
param addressPrefix string = '10.90.0.0/22'
@description('Resource ids of the platform\'s private DNS zones, by service (types.bicep: PrivateNetwork); empty: the hub makes them.')
param dnsZoneIds { *: string } = {}
@description('Resource id of a network to peer with; empty: none.')
param peerNetworkId string = ''
@description('Public SSH key for a runner inside the network; empty: no runner. Productie only.')
param runnerSshKey string = ''
@description('By which name callers know the hub; productie only.')
param hostName string = ''
@description('Secret identifier of the certificate of that name in the vault; empty: not there yet, and then there is no gateway yet.')
param certificateId string = ''
@description('Settings of the app that this region wants otherwise; one that is set by hand in Azure is gone after the next deployment.')
param extraSettings { *: string } = {}
@description('After how long unfinished work that is not on the queue is queued again, hh:mm:ss.')
param oudWerk string = '00:02:00'
@description('Where the app sends traces and metrics (OTLP); empty: nowhere.')
param otlpEndpoint string = ''
param logLevel 'Debug' | 'Information' | 'Warning' = 'Information'

var regio = loadJsonContent('deelnemers.json')
var gemeenten Deelnemer[] = regio.gemeenten
var aanbieders Deelnemer[] = regio.aanbieders
var definitions = loadJsonContent('queues.json')
var queues Queue[] = definitions.queues
var perDeelnemer Queue[] = definitions.perDeelnemer

var productie = omgeving == 'productie'
var kort = productie ? 'prod' : 'test'
var stam = '${naam}-${kort}-${suffix}'
var names = {
  identity: 'id-${stam}'
  encryptionIdentity: 'id-${stam}-sleutel'
  gatewayIdentity: 'id-${stam}-gateway'
  archive: 'st${naam}${kort}arch${suffix}'
  tables: existingTables.?name ?? 'st${naam}${kort}tabl${suffix}'
  hostStorage: 'st${naam}${kort}host${suffix}'
  serviceBus: 'sb-${stam}'
  keyVault: existingVault.?name ?? 'kv-${stam}'
  app: 'func-${stam}'
  gateway: 'apim-${stam}'
  network: 'vnet-${stam}'
}
var tags = {
  toepassing: 'ijw-hub'
  regio: regio.regio
  omgeving: omgeving
  gegevens: 'bijzondere-persoonsgegevens'
}
var packageContainer = 'app-package'
var gemeentecodes = map(gemeenten, gemeente => gemeente.code)
var deelnemercodes = concat(gemeentecodes, map(aanbieders, aanbieder => aanbieder.code))

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: names.identity
    encryptionName: eigenSleutel ? names.encryptionIdentity : null
    gatewayName: productie ? names.gatewayIdentity : null
    location: location
    tags: tags
  }
}

var identities = 'Microsoft.ManagedIdentity/userAssignedIdentities'
var appIdentityId = resourceId(identities, names.identity)
var gatewayIdentityId = resourceId(identities, names.gatewayIdentity)

module network 'modules/network.bicep' = if (productie) {
  name: 'network'
  params: {
    name: stam
    location: location
    tags: tags
    addressPrefix: addressPrefix
    ownZones: empty(dnsZoneIds)
    peerNetworkId: peerNetworkId
  }
}

module runner 'modules/runner.bicep' = if (productie && !empty(runnerSshKey)) {
  name: 'runner'
  params: { name: stam, location: location, tags: tags, subnetId: resourceId(subnets, names.network, 'runner'), sshKey: runnerSshKey }
  dependsOn: [network]
}

var subnets = 'Microsoft.Network/virtualNetworks/subnets'
// Built from names, not from what the network gives back, so that what-if can tell what would change.
var privateNetwork PrivateNetwork? = productie
  ? {
      subnetId: resourceId(subnets, names.network, 'endpoints')
      zoneIds: !empty(dnsZoneIds)
        ? dnsZoneIds
        : toObject(
            items(privateZones),
            zone => zone.key,
            zone => resourceId('Microsoft.Network/privateDnsZones', zone.value)
          )
    }
  : null

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: stam
    location: location
    tags: tags
    retentionInDays: productie ? 365 : 30
    alertEmails: alertEmails
    appPrincipalId: identity.outputs.principalId
    appIdentityId: appIdentityId
  }
}

module keyVault 'modules/key-vault.bicep' = if (existingVault == null) {
  name: 'key-vault'
  params: {
    name: names.keyVault
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    isPrivate: productie
    recover: recoverVault
  }
}

var vaultGroup = existingVault.?resourceGroup ?? resourceGroup().name

module vaultContents 'modules/vault-contents.bicep' = {
  name: 'vault-contents'
  scope: resourceGroup(vaultGroup)
  params: {
    vaultName: names.keyVault
    registerKey: registerKey
    appPrincipalId: identity.outputs.principalId
    appIdentityId: appIdentityId
    encryptionPrincipalId: identity.outputs.?encryptionPrincipalId
    encryptionIdentityId: eigenSleutel ? resourceId(identities, names.encryptionIdentity) : null
    gatewayPrincipalId: identity.outputs.?gatewayPrincipalId
    gatewayIdentityId: productie ? gatewayIdentityId : null
    certificateName: productie && !empty(certificateId) ? last(split(certificateId, '/')) : null
  }
  dependsOn: [keyVault]
}

module vaultEndpoint 'modules/private-endpoint.bicep' = if (productie) {
  name: 'endpoint-vault'
  params: {
    name: 'pep-kv-${stam}'
    location: location
    tags: tags
    serviceId: resourceId(vaultGroup, 'Microsoft.KeyVault/vaults', names.keyVault)
    groupId: 'vault'
    subnetId: privateNetwork!.subnetId
    zoneId: privateNetwork!.zoneIds.vault
  }
  dependsOn: [network, keyVault]
}

var sleutel = eigenSleutel
  ? {
      keyVaultUri: 'https://${names.keyVault}${environment().suffixes.keyvaultDns}'
      keyName: 'archief'
      identityId: resourceId(identities, names.encryptionIdentity)
    }
  : null

module archive 'modules/archive.bicep' = {
  name: 'archive'
  params: {
    name: names.archive
    location: location
    tags: tags
    sku: productie ? 'Standard_RAGZRS' : 'Standard_LRS'
    gemeentecodes: gemeentecodes
    deelnemercodes: deelnemercodes
    lockedArchives: lockedArchives
    bewaring: bewaring
    eigenSleutel: sleutel
    privateNetwork: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
    appIdentityId: appIdentityId
  }
  // The role on the key was just given, and Azure needs minutes to know of it everywhere: the endpoint of the vault takes some of them.
  dependsOn: [network, vaultContents, vaultEndpoint]
}

module tables 'modules/tables.bicep' = if (existingTables == null) {
  name: 'tables'
  params: {
    name: names.tables
    location: location
    tags: tags
    sku: productie ? 'Standard_RAGZRS' : 'Standard_LRS'
    tables: ['agenda', 'berichten', 'compleet', 'inzage', 'klokken', 'onderhanden', 'postbus', 'register', 'telaat', 'vernietigd', 'weigeringen', 'zoeken']
    eigenSleutel: sleutel
    isPrivate: productie
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [vaultContents, vaultEndpoint]
}

var tablesGroup = existingTables.?resourceGroup ?? resourceGroup().name

module tablesAccess 'modules/tables-access.bicep' = {
  name: 'tables-access'
  scope: resourceGroup(tablesGroup)
  params: { accountName: names.tables, appPrincipalId: identity.outputs.principalId, appIdentityId: appIdentityId }
  dependsOn: [tables]
}

module tablesEndpoint 'modules/private-endpoint.bicep' = if (productie) {
  name: 'endpoint-tables'
  params: {
    name: 'pep-${names.tables}-table'
    location: location
    tags: tags
    serviceId: resourceId(tablesGroup, 'Microsoft.Storage/storageAccounts', names.tables)
    groupId: 'table'
    subnetId: privateNetwork!.subnetId
    zoneId: privateNetwork!.zoneIds.table
  }
  dependsOn: [network, tables]
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: names.hostStorage
    location: location
    tags: tags
    sku: productie ? 'Standard_ZRS' : 'Standard_LRS'
    packageContainer: packageContainer
    privateNetwork: privateNetwork
    appPrincipalId: identity.outputs.principalId
    appIdentityId: appIdentityId
    deployerPrincipalId: empty(deployerPrincipalId) ? deployer().objectId : deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
  }
  dependsOn: [network]
}

module serviceBus 'modules/service-bus.bicep' = {
  name: 'service-bus'
  params: {
    name: names.serviceBus
    location: location
    tags: tags
    tier: productie ? 'Premium' : 'Standard'
    capacity: serviceBusCapacity
    queues: queues
    perDeelnemer: perDeelnemer
    deelnemercodes: deelnemercodes
    workQueue: queues[0].name
    eigenSleutel: productie ? sleutel : null
    privateNetwork: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
    appIdentityId: appIdentityId
  }
  dependsOn: [network, vaultContents, vaultEndpoint]
}

module access 'modules/deelnemer-access.bicep' = [
  for deelnemer in concat(
    map(gemeenten, gemeente => { code: gemeente.code, gemeente: true, principalId: gemeente.?principalId ?? '' }),
    map(aanbieders, aanbieder => { code: aanbieder.code, gemeente: false, principalId: aanbieder.?principalId ?? '' })
  ): if (!empty(deelnemer.principalId)) {
    name: 'access-${deelnemer.code}'
    params: {
      code: deelnemer.code
      gemeente: deelnemer.gemeente
      principalId: deelnemer.principalId
      archiveName: names.archive
      serviceBusName: names.serviceBus
    }
    dependsOn: [archive, serviceBus]
  }
]

// A certificate opens the gateway for the applications of its own deelnemer only.
var certificates = flatten(map(
  concat(gemeenten, aanbieders),
  deelnemer =>
    flatten(map(
      deelnemer.appIds,
      appId => map(deelnemer.?certificaten ?? [], thumbprint => '${toLower(appId)}=${toUpper(thumbprint)}')
    ))
))
var authority = '${environment().authentication.loginEndpoint}${tenantId}/v2.0'

var appSettings = {
  Opslag__archiveAccountName: names.archive
  Opslag__tablesAccountName: names.tables
  ServiceBus__fullyQualifiedNamespace: '${names.serviceBus}.servicebus.windows.net'
  Toegang__MetadataAddress: '${authority}/.well-known/openid-configuration'
  Toegang__Issuer: authority
  Toegang__Audience: audience
  Toegang__RequireHttps: 'true'
  Toegang__PerMinuut: '6000'
  Hub__Deelnemers: 'deelnemers.json'
  Ontvangst__GeweigerdPerDag: '1000'
  Ontvangst__GeweigerdMegabytesPerDag: '250'
  Bewaking__OudWerk: oudWerk
  Bewaring__GeweigerdDagen: string(bewaring.geweigerdDagen)
  Register__Sleutel: '@Microsoft.KeyVault(VaultName=${names.keyVault};SecretName=register-sleutel)'
  Register__SleutelId: '1'
  Register__Tabel: 'register'
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf'
  OTEL_SERVICE_NAME: 'ijw-hub'
  Logging__LogLevel__Default: logLevel
}

module app 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    name: names.app
    location: location
    tags: union(tags, { 'azd-service-name': 'hub' })
    identityName: names.identity
    hostStorageName: names.hostStorage
    packageContainer: packageContainer
    appSettings: union(appSettings, extraSettings)
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    schaal: schaal
    appSubnetId: productie ? resourceId(subnets, names.network, 'app') : null
    privateNetwork: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
    zoneRedundant: productie
  }
  dependsOn: [network, vaultContents, vaultEndpoint, archive, tablesAccess, tablesEndpoint, hostStorage, serviceBus]
}

// Callers know the hub by its own name from the first day, so there is no gateway before there is a certificate of it.
module gateway 'modules/gateway.bicep' = if (productie && !empty(certificateId)) {
  name: 'gateway'
  params: {
    name: names.gateway
    location: location
    tags: tags
    publisherName: 'iJw Hub ${regio.regio}'
    publisherEmail: alertEmails[0]
    capacity: 1
    subnetId: resourceId(subnets, names.network, 'gateway')
    appHostName: app.outputs.hostName
    ownHost: {
      name: hostName
      certificateId: certificateId
      identityClientId: identity.outputs.gatewayClientId!
      identityId: gatewayIdentityId
    }
    issuer: authority
    openIdConfig: '${authority}/.well-known/openid-configuration'
    audience: audience
    certificates: concat(certificates, beheerCertificaten)
    workspaceId: monitoring.outputs.workspaceId
  }
}

var hubHost = productie ? hostName : app.outputs.hostName

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: { name: stam, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: stam
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
    serviceBusId: serviceBus.outputs.namespaceId
    actionGroupId: monitoring.outputs.actionGroupId
    hostName: hubHost
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: stam
    amount: budgetPerMonth
    startDate: budgetStart
    alertEmails: alertEmails
    actionGroupId: monitoring.outputs.actionGroupId
  }
}

module changes 'modules/activity-alerts.bicep' = if (activityAlerts) {
  name: 'activity-alerts'
  params: { name: stam, tags: tags, actionGroupId: monitoring.outputs.actionGroupId }
}

module defenderForStorage 'modules/defender.bicep' = if (defender) {
  name: 'defender'
  params: { accountName: names.archive }
  dependsOn: [archive]
}
module defenderForTables 'modules/defender.bicep' = if (defender) {
  name: 'defender-tables'
  params: { accountName: names.tables }
  dependsOn: [tables]
}

// What the deployment of the package needs (infra/deploy.sh), and where the hub is.
output appName string = names.app
output hostStorageName string = names.hostStorage
output packageContainerName string = packageContainer
output archiveName string = names.archive
output tablesName string = names.tables
output keyVaultName string = names.keyVault
output serviceBusName string = names.serviceBus
output hubUrl string = 'https://${hubHost}'
