// What operators look at: the hub's own metrics, in one page. The content stands in infra/workbook.json.
param name string
param location string
param tags { *: string }
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook', name)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'iJw Hub'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../workbook.json')
  }
}
