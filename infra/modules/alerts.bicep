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
@description('How many refusals at level 1 (422) in a quarter of an hour are a surge.')
param refusalSurge int
@description('How many retours and declaratie-antwoorden that are late within a quarter of an hour are too many.')
param lateAnswers int

var runbook = 'docs/runbook.md'

// Metrics by the name that src/Hub/Bewaking/HubMeter.cs gives them; a test holds the two together.
var queries = [
  {
    name: 'oud-werk'
    title: 'Werk dat te lang wacht'
    description: 'Berichten zijn ontvangen maar niet op tijd verwerkt, een kwartier lang. ${runbook}: Work that waits.'
    severity: 2
    query: 'AppMetrics | where Name == "hub.oud_werk" | summarize Aantal = sum(Sum) by bin(TimeGenerated, 5m) | where Aantal > 0'
    threshold: 1
  }
  {
    name: 'oudste-werk'
    title: 'Een bericht wacht al een kwartier'
    description: 'Het oudste werk wacht langer dan een kwartier op verwerking. ${runbook}: Work that waits.'
    severity: 1
    query: 'AppMetrics | where Name == "hub.oudste_werk" | where Max > 900'
    threshold: 0
  }
  {
    name: 'late-retours'
    title: 'Retourberichten blijven uit'
    description: 'Op meer berichten dan anders kwam geen retour of declaratie-antwoord binnen de termijn. ${runbook}: Answers that stay away.'
    severity: 3
    query: 'AppMetrics | where Name == "hub.te_laat" | where tostring(Properties.termijn) in ("retour", "declaratieantwoord") | summarize Aantal = sum(Sum) | where Aantal >= ${lateAnswers}'
    threshold: 0
  }
  {
    name: 'weigeringen'
    title: 'Golf van weigeringen op niveau 1'
    description: 'Een afzender stuurt veel dat geen bericht is. ${runbook}: A surge of refusals.'
    severity: 3
    query: 'AppRequests | where Url has "/berichten" and ResultCode == "422"'
    threshold: refusalSurge
  }
  {
    name: 'onleesbare-rijen'
    title: 'Een rij is niet te lezen'
    description: 'Een rij van een tabel is niet te lezen en wordt overgeslagen; de rest gaat door. ${runbook}: A row that can\'t be read.'
    severity: 2
    query: 'AppMetrics | where Name == "hub.unreadable_rows" | where Sum > 0'
    threshold: 0
  }
  {
    name: 'fouten'
    title: 'De hub geeft fouten'
    description: 'Verzoeken of verwerkingen eindigen in een fout van de hub. ${runbook}: Failures.'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) >= 500 or (Success == false and isempty(ResultCode))'
    threshold: 5
  }
]

resource found 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queries: {
    name: 'alert-${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: rule.title
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
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
