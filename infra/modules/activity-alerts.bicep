// Says when someone changes what protects the data: who did it stands in the activity log.
param name string
param tags { *: string }
param actionGroupId string

var watched = [
  { name: 'role', title: 'Iemand kreeg een rol', operation: 'Microsoft.Authorization/roleAssignments/write' }
  { name: 'lock', title: 'Een slot is weggehaald', operation: 'Microsoft.Authorization/locks/delete' }
  { name: 'account', title: 'Een opslagaccount is gewijzigd', operation: 'Microsoft.Storage/storageAccounts/write' }
  { name: 'account-gone', title: 'Een opslagaccount is verwijderd', operation: 'Microsoft.Storage/storageAccounts/delete' }
  { name: 'vault', title: 'De kluis is gewijzigd', operation: 'Microsoft.KeyVault/vaults/write' }
  { name: 'vault-gone', title: 'De kluis is verwijderd', operation: 'Microsoft.KeyVault/vaults/delete' }
  { name: 'log-gone', title: 'Een log staat uit', operation: 'Microsoft.Insights/diagnosticSettings/delete' }
]

resource changed 'Microsoft.Insights/activityLogAlerts@2020-10-01' = [
  for change in watched: {
    name: 'alert-${name}-${change.name}'
    location: 'global'
    tags: tags
    properties: {
      description: '${change.title}. docs/runbook.md: Someone changed what protects.'
      enabled: true
      scopes: [resourceGroup().id]
      condition: {
        allOf: [
          { field: 'category', equals: 'Administrative' }
          { field: 'operationName', equals: change.operation }
          { field: 'status', equals: 'Succeeded' }
        ]
      }
      actions: { actionGroups: [{ actionGroupId: actionGroupId }] }
    }
  }
]
