// What stands in the vault, and who may use it: the secret with which the register makes the keys of clients, and the key that encrypts
// archive, tables and queues when the region brings its own. The vault may be one that was there before.
param vaultName string
@description('The secret of the register, 32 bytes or more in base64; empty: it is there already. One that is there is never overwritten.')
@secure()
param registerKey string
@description('The app: it reads the secret of the register.')
param appPrincipalId string
param appIdentityId string
@description('The identity by which storage and queues use the key; null: Azure\'s own keys.')
param encryptionPrincipalId string?
param encryptionIdentityId string?
@description('The identity by which the gateway reads its certificate, and the name of that in the vault; null: there is none yet.')
param gatewayPrincipalId string?
param gatewayIdentityId string?
param certificateName string?

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  // Made by Azure Resource Manager, which does not pass the vault's firewall: a person or a pipeline outside the network can do it. Only
  // once: with another secret the register would know no client of before (docs/register.md).
  @onlyIfNotExists()
  resource registerSecret 'secrets' = if (!empty(registerKey)) {
    name: 'register-sleutel'
    properties: {
      // What is too short would stay, and the app would not start with it.
      value: length(registerKey) >= 44 ? registerKey : fail('HUB_REGISTER_KEY must be 32 bytes or more in base64: openssl rand -base64 32')
      contentType: 'base64'
    }
  }

  resource key 'keys' = if (encryptionIdentityId != null) {
    name: 'archief'
    properties: {
      kty: 'RSA-HSM'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
      rotationPolicy: {
        attributes: { expiryTime: 'P2Y' }
        lifetimeActions: [
          { trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }
          { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'notify' } }
        ]
      }
    }
  }
}

// Key Vault Secrets User
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource mayReadSecret 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appIdentityId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Its own certificate and nothing else: the secret of the register stands in the same vault.
resource certificate 'Microsoft.KeyVault/vaults/secrets@2025-05-01' existing = {
  parent: vault
  name: certificateName ?? 'none'
}

resource gatewayMayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (certificateName != null) {
  name: guid(certificate.id, gatewayIdentityId ?? '', secretsUser)
  scope: certificate
  properties: {
    roleDefinitionId: secretsUser
    principalId: gatewayPrincipalId!
    principalType: 'ServicePrincipal'
  }
}

// Key Vault Crypto Service Encryption User
var cryptoUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'e147488a-f6f5-4113-8e2d-b22465e65bf6'
)

resource mayEncrypt 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (encryptionIdentityId != null) {
  name: guid(vault::key.id, encryptionIdentityId ?? '', cryptoUser)
  scope: vault::key
  properties: {
    roleDefinitionId: cryptoUser
    principalId: encryptionPrincipalId!
    principalType: 'ServicePrincipal'
  }
}
