// When people must look: each alert says in Dutch what happened and what the runbook step is.
param name string
param location string
param tags { *: string }
param insightsId string
param workspaceId string
param serviceBusId string
param actionGroupId string
@description('Where /health/live answers from outside.')
param hostName string
var runbook = 'docs/runbook.md'

@description('A rule of alerts.json: what of the logs, or of the metrics that the app exports (src/Hub/Telemetry/HubMeter.cs), is too much or too little.')
type AlertRule = {
  name: string
  title: string
  description: string
  severity: 0 | 1 | 2 | 3
  @description('The query, a line each; tests work out this text itself (AlertsFireTests).')
  query: string[]
  @description('What is measured of its rows; absent: how many there are.')
  column: string?
  aggregation: 'Total' | 'Maximum' | 'Count'
  operator: 'GreaterThan' | 'LessThan'
  threshold: int
  @description('How long is looked at, at once.')
  window: string
  @description('How many windows are looked at, and in how many of them it must be so; absent: one.')
  periods: int?
  failing: int?
  @description('How often is looked, and how far back; absent: every five minutes, one window.')
  every: string?
  range: string?
}

var rules AlertRule[] = loadJsonContent('../alerts.json')

// The sum stands in column Sum, also that of a gauge; Max is filled for a histogram only.
resource found 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: rule.title
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.?every ?? 'PT5M'
      windowSize: rule.window
      overrideQueryTimeRange: rule.?range
      criteria: {
        allOf: [
          {
            query: join(rule.query, '\n')
            metricMeasureColumn: rule.?column
            timeAggregation: rule.aggregation
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: rule.?periods ?? 1, minFailingPeriodsToAlert: rule.?failing ?? 1 }
          }
        ]
      }
      // Azure ends an alert by itself only when it looks more often than once a day.
      autoMitigate: rule.?every == null
      actions: { actionGroups: [actionGroupId] }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Een queue heeft berichten opgegeven. ${runbook}: Empty a dead-letter queue.'
    severity: 2
    enabled: true
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          dimensions: [{ name: 'EntityName', operator: 'Include', values: ['*'] }]
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource reachable 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'webtest-${name}'
  location: location
  // Application Insights finds its test by this tag.
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'webtest-${name}'
    Name: 'Hub bereikbaar'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'emea-gb-db3-azr' }, { Id: 'emea-fr-pra-edge' }]
    Request: { RequestUrl: 'https://${hostName}/health/live', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 21 }
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-onbereikbaar'
  location: 'global'
  tags: tags
  properties: {
    description: 'De hub antwoordt niet van buiten, op twee van drie plaatsen. ${runbook}: The hub is unreachable.'
    severity: 0
    enabled: true
    scopes: [reachable.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: reachable.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}
