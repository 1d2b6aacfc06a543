// What every storage account that holds data is: closed, without keys, encrypted.
import { EigenSleutel } from 'types.bicep'

type AccountProperties = resourceInput<'Microsoft.Storage/storageAccounts@2025-06-01'>.properties
type AccountIdentity = resourceInput<'Microsoft.Storage/storageAccounts@2025-06-01'>.identity

@export()
@description('Its properties. Reachable on private endpoints only when isPrivate; encrypted with the region\'s own key when there is one.')
func accountProperties(isPrivate bool, bypass 'None' | 'AzureServices', eigenSleutel EigenSleutel?) AccountProperties => {
  accessTier: 'Hot'
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  isLocalUserEnabled: false
  isSftpEnabled: false
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
  publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow', bypass: bypass }
  encryption: union(
    {
      requireInfrastructureEncryption: true
      // Account keys from the start, since a table's cannot change to a key of one's own later.
      services: {
        blob: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    },
    eigenSleutel == null
      ? { keySource: 'Microsoft.Storage' }
      : {
          keySource: 'Microsoft.Keyvault'
          identity: { userAssignedIdentity: eigenSleutel!.identityId }
          keyvaultproperties: { keyvaulturi: eigenSleutel!.keyVaultUri, keyname: eigenSleutel!.keyName }
        }
  )
}

@export()
@description('Its identity: by which it reaches the key, or none.')
func accountIdentity(eigenSleutel EigenSleutel?) AccountIdentity? => eigenSleutel == null
  ? null
  : { type: 'UserAssigned', userAssignedIdentities: { '${eigenSleutel!.identityId}': {} } }
