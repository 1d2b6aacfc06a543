// Says when the month costs more than was meant (docs/cost.md has what it should be).
param name string
@description('Per month, in the currency of the subscription.')
param amount int
@description('First day of the month from which it counts.')
param startDate string
param alertEmails string[]
param actionGroupId string

var notice = { enabled: true, operator: 'GreaterThan', contactEmails: alertEmails, contactGroups: [actionGroupId] }

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'budget-${name}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      actual80: union(notice, { threshold: 80, thresholdType: 'Actual' })
      forecast100: union(notice, { threshold: 100, thresholdType: 'Forecasted' })
    }
  }
}
