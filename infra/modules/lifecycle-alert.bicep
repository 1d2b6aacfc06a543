// Whether the lifecycle of the archive account runs: what it should remove stays otherwise, and nothing else would tell.
param name string
param location string
param tags { *: string }
param workspaceId string
param actionGroupId string

// The names under which it stands in the logs: learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-monitor. A version that
// the hub leaves in a container of refusals is due after a day, so after days with work there is something to remove; without, silence says
// nothing.
var query = '''
StorageBlobLogs
| where TimeGenerated > ago(2d)
| extend IsLifecycle = UserAgentHeader has_any ("OLCMScanner", "ObjectLifeCycleScanner")
| summarize
    TimeGenerated = max(TimeGenerated),
    DaysWithWork = dcountif(
      startofday(TimeGenerated),
      not(IsLifecycle) and OperationName in ("PutBlob", "PutBlockList", "DeleteBlob") and Uri has "/geweigerd-"),
    Done = countif(IsLifecycle and toint(StatusCode) < 400),
    Barred = countif(IsLifecycle and toint(StatusCode) == 403)
| where Barred > 0 or (DaysWithWork > 1 and Done == 0)
'''

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-${name}-lifecycle'
  location: location
  tags: tags
  properties: {
    displayName: 'Oude bestanden worden niet opgeruimd'
    description: 'De opschoning van het archief draaide twee dagen niet, of werd geweigerd. docs/runbook.md: The lifecycle does not run.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'P1D'
    windowSize: 'P1D'
    overrideQueryTimeRange: 'P2D'
    criteria: {
      allOf: [
        {
          query: query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: false
    actions: { actionGroups: [actionGroupId] }
  }
}
