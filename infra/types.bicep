// What the modules share: the shape of deelnemers.json and queues.json, and what an environment chooses.

@export()
@description('A party of deelnemers.json. The hub itself reads the other fields (src/Hub/Deelnemers/DeelnemersFile.cs).')
type Deelnemer = {
  @description('CBS code (4 digits) of a gemeente, AGB code (8 digits) of an aanbieder.')
  code: string
  @description('Object id in our tenant of the service principal that may read its archive container (gemeente) and its postbus queue.')
  principalId: string?
  @description('App ids of its systems in Entra.')
  appIds: string[]
  @description('SHA-1 thumbprints of its client certificates, for the gateway; two while one is being replaced.')
  certificaten: string[]?
}

@export()
@description('A queue as queues.json defines it; {code} in the name of a queue per deelnemer stands for its code.')
type Queue = {
  name: string
  requiresSession: bool
  lockDuration: string
  maxDeliveryCount: int
  requiresDuplicateDetection: bool
  duplicateDetectionHistoryTimeWindow: string
  defaultMessageTimeToLive: string
  deadLetteringOnMessageExpiration: bool
  @description('For the emulator and the standard tier; the premium tier starts at 1024.')
  maxMessageSizeInKilobytes: int
}

@export()
type Omgeving = 'test' | 'productie'

@export()
@description('How many instances the app has. Always-ready instances cost money while nothing happens, and spare the first caller a cold start.')
type Schaal = {
  @description('Memory of an instance. 512 is not offered: one upload of 25 MB, the host and the app would fill it (docs/cold-start.md).')
  instanceMemoryMB: 2048 | 4096
  @minValue(40)
  @maxValue(1000)
  maximumInstanceCount: int
  @description('How many requests an instance takes at once. Each may be an upload that takes some 90 MB; what is left is for the host and the app.')
  @minValue(1)
  @maxValue(32)
  httpPerInstance: int
  alwaysReadyHttp: int
  alwaysReadyVerwerking: int
}

@export()
@description('How long berichten are kept, in days since they were written.')
type Bewaring = {
  @description('Berichten: nobody can change or remove them in this time, and superseded versions go after it.')
  @minValue(1)
  archiefDagen: int
  @description('Refused bytes (containers geweigerd-*): gone after this time.')
  @minValue(1)
  geweigerdDagen: int
}

@export()
@description('The key that encrypts at rest, when the region brings its own.')
type EigenSleutel = {
  keyVaultUri: string
  keyName: string
  @description('Resource id of the user-assigned identity that may use the key.')
  identityId: string
}

@export()
@description('Where private endpoints go.')
type PrivateNetwork = {
  subnetId: string
  @description('Resource id of the private DNS zone by its service: blob, table, queue, servicebus, vault, sites.')
  zoneIds: { *: string }
}

@export()
@description('Where the hub may stand: regions of the EU that have zones and whose pair, which gets a copy of everything, lies in the EU too.')
type Region = 'francecentral' | 'germanywestcentral' | 'northeurope' | 'swedencentral' | 'westeurope'

@export()
@description('A resource that was there before, in a resource group of this subscription; its life is not the hub\'s.')
type ExistingResource = {
  name: string
  resourceGroup: string
}

@export()
@description('The name by which callers know the hub.')
type OwnHost = {
  @description('Such as hub.regio.nl; its CNAME points to the gateway.')
  name: string
  @description('Secret identifier of its certificate in the hub\'s vault, without a version, so that a renewed one is taken up by itself.')
  certificateId: string
  @description('Client id and resource id of the identity by which the gateway reads it.')
  identityClientId: string
  identityId: string
}
