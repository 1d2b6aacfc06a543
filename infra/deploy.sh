#!/usr/bin/env bash
# Deploys the hub to Azure, by one command, from nothing or over what is there:
#   infra/deploy.sh <test|productie> <resource group> [--what-if | --package]
# --what-if says what would change and changes nothing, nor asks for the right to (az 2.76 or newer); --package leaves the infrastructure as it is.
# Needs az, signed in to the right subscription, and what package.sh needs. docs/runbook.md tells what must be there once.
# In productie the package goes to an account without public access: run this inside the network.
set -euo pipefail
cd "$(dirname "$0")/.."

omgeving=${1:?test or productie} group=${2:?the resource group}
parameters=infra/main.$omgeving.bicepparam
[ -f "$parameters" ] || { echo "There is no $parameters." >&2; exit 2; }

if [ "${3:-}" = --what-if ]; then
  exec az deployment group what-if --validation-level ProviderNoRbac --resource-group "$group" --name hub --parameters "$parameters"
fi

if [ "${3:-}" != --package ]; then
  az deployment group create --resource-group "$group" --name hub --parameters "$parameters" --output none
fi

# An output of the deployment; azd hands them down as variables.
output() {
  [ -z "${!1:-}" ] || { echo "${!1}"; return; }
  az deployment group show --resource-group "$group" --name hub --query "properties.outputs.$1.value" --output tsv
}
app=$(output appName)

zip=${HUB_PACKAGE:-artifacts/package/hub.zip}
[ -n "${HUB_PACKAGE:-}" ] || infra/package.sh
az storage blob upload --auth-mode login --overwrite --only-show-errors --output none \
  --account-name "$(output hostStorageName)" --container-name "$(output packageContainerName)" --name released-package.zip --file "$zip"
site=$(az functionapp show --resource-group "$group" --name "$app" --query id --output tsv)
az rest --method post --output none --url "https://management.azure.com$site/syncfunctiontriggers?api-version=2024-04-01"
az functionapp restart --resource-group "$group" --name "$app"

url=$(output hubUrl)
for _ in $(seq 60); do
  if curl --silent --fail --max-time 10 "$url/health/ready" >/dev/null; then
    echo "The hub answers at $url."
    exit 0
  fi
  sleep 5
done
echo "The hub does not answer at $url/health/ready after five minutes: docs/runbook.md, The hub is unreachable." >&2
exit 1
