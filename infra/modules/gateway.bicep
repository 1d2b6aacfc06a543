// The door of productie: API Management asks every caller for a certificate, and reaches the app over its private endpoint (docs/mtls.md).
import { OwnHost } from '../types.bicep'

param name string
param location string
param tags { *: string }
param publisherName string
param publisherEmail string
@minValue(1)
param capacity int
@description('Subnet from which it calls the app.')
param subnetId string
param appHostName string
param ownHost OwnHost
param workspaceId string
@description('Issuer of the tokens, and where its keys are.')
param issuer string
param openIdConfig string
param audience string
@description('Which certificate belongs to which application: <app id>=<thumbprint>.')
param certificates string[]

// All, and by name what people type.
var hidden = [for name in ['*', 'identificatie', 'declaratienummer', 'toewijzingnummer', 'na']: { mode: 'Hide', value: name }]

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'StandardV2', capacity: capacity }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${ownHost.identityId}': {} } }
  properties: {
    publisherName: publisherName
    publisherEmail: publisherEmail
    virtualNetworkType: 'External'
    virtualNetworkConfiguration: { subnetResourceId: subnetId }
    disableGateway: false
    hostnameConfigurations: [
      {
        type: 'Proxy'
        hostName: ownHost.name
        certificateSource: 'KeyVault'
        keyVaultId: ownHost.certificateId
        identityClientId: ownHost.identityClientId
        defaultSslBinding: true
        negotiateClientCertificate: true
      }
      // Azure's own name stays, and asks for a certificate as well: where the CNAME points to.
      { type: 'Proxy', hostName: '${name}.azure-api.net', negotiateClientCertificate: true }
    ]
  }

  resource logger 'loggers' = {
    name: 'azuremonitor'
    properties: { loggerType: 'azureMonitor', isBuffered: true }
  }

  // A request stands in the log with its address. What is searched for stands in that address, and may be a BSN: no value of it is kept.
  resource diagnostics 'diagnostics' = {
    name: 'azuremonitor'
    properties: {
      loggerId: logger.id
      logClientIp: true
      sampling: { samplingType: 'fixed', percentage: 100 }
      frontend: { request: { dataMasking: { queryParams: hidden } } }
      backend: { request: { dataMasking: { queryParams: hidden } } }
    }
  }
  resource named 'namedValues' = [
    for value in [
      { name: 'hub-issuer', value: issuer }
      { name: 'hub-openid-config', value: openIdConfig }
      { name: 'hub-audience', value: audience }
    ]: {
      name: value.name
      properties: { displayName: value.name, value: value.value, secret: false }
    }
  ]

  resource api 'apis' = {
    name: 'berichten'
    properties: {
      displayName: 'iJw Hub'
      path: ''
      protocols: ['https']
      subscriptionRequired: false
      serviceUrl: 'https://${appHostName}'
      format: 'openapi+json'
      value: loadTextContent('../../src/Hub.Functions/Api/openapi.json')
    }

    resource policy 'policies' = {
      name: 'policy'
      // Not rawxml, which would hand &quot; to the compiler of expressions as it stands.
      properties: {
        format: 'xml'
        value: replace(loadTextContent('../gateway-policy.xml'), '(certificates)', join(certificates, ' '))
      }
      dependsOn: [named]
    }
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: gateway
  properties: { workspaceId: workspaceId, logs: [{ category: 'GatewayLogs', enabled: true }] }
}
