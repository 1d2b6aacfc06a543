// The account of the tables: rows only, no immutability, so that it may fail over to the paired region (docs/runbook.md).
import { accountIdentity, accountProperties } from '../storage.bicep'
import { EigenSleutel } from '../types.bicep'

param name string
param location string
param tags { *: string }
@description('RAGZRS: in three zones, with a readable copy in the paired region.')
param sku 'Standard_LRS' | 'Standard_RAGZRS'
param tables string[]
param eigenSleutel EigenSleutel?
param isPrivate bool
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  identity: accountIdentity(eigenSleutel)
  properties: accountProperties(isPrivate, 'None', eigenSleutel)

  resource tableService 'tableServices' = {
    name: 'default'
  }
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for table in tables: {
    parent: account::tableService
    name: table
  }
]

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: account::tableService
  // Not StorageRead: the hub reads some twenty rows per bericht, each a line of 1 kB (docs/cost.md). Who may read tables is told when the role is given.
  properties: {
    workspaceId: workspaceId
    logs: map(['StorageWrite', 'StorageDelete'], category => { category: category, enabled: true })
  }
}
