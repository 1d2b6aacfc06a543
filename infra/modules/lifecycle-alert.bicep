// Whether the lifecycle of the archive account runs: what it should remove stays otherwise, and nothing else would tell.
param name string
param location string
param tags { *: string }
param workspaceId string
param actionGroupId string

// The name under which it stands in the logs: learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-monitor. A version that the hub leaves
// in a container of refusals is due after a day, so on days with work there is something to remove; on days without, silence says nothing.
var query = '''
let seen = StorageBlobLogs
  | where TimeGenerated > ago(2d)
  | extend IsLifecycle = UserAgentHeader has_any ("OLCMScanner", "ObjectLifeCycleScanner");
let due = toscalar(seen | where not(IsLifecycle) and OperationName in ("PutBlob", "PutBlockList", "DeleteBlob") and Uri has "/geweigerd-"
  | summarize dcount(startofday(TimeGenerated)));
let done = toscalar(seen | where IsLifecycle and StatusCode < 400 | count);
let barred = toscalar(seen | where IsLifecycle and StatusCode == 403 | count);
print Due = due, Done = done, Barred = barred
| where Barred > 0 or (Due > 1 and Done == 0)
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
