// Who the app is, who may use the key, and who reads the gateway's certificate. Made before what they may reach, so that every role is there
// when it is needed.
param name string
param encryptionName string?
param gatewayName string?
param location string
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

resource encryption 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (encryptionName != null) {
  name: encryptionName!
  location: location
  tags: tags
}

resource gateway 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (gatewayName != null) {
  name: gatewayName!
  location: location
  tags: tags
}

output principalId string = identity.properties.principalId
output encryptionPrincipalId string? = encryption.?properties.principalId
output gatewayPrincipalId string? = gateway.?properties.principalId
output gatewayClientId string? = gateway.?properties.clientId
