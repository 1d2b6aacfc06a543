#!/usr/bin/env bash
# Deploys the hub to Azure, by one command, from nothing or over what is there:
#   infra/deploy.sh <test|productie> <resource group> [--what-if | --infra | --package | --prepare | --output <name>]
# --what-if          says what would change and changes nothing, nor asks for the right to (az 2.76)
# --infra            only the infrastructure: from anywhere, also in productie
# --package          only the package: in productie from inside the network, since the app has no public door
# --prepare          only what must be so before the template is deployed; azd does this first (azure.yaml)
# --output <name>    an output of the newest deployment, whoever named it
# Needs bash 4.4, jq, curl and az, signed in to the right subscription; what the parameter file reads from the environment; and for the
# package what package.sh needs, or HUB_PACKAGE=<zip>. docs/runbook.md tells what must be there once.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

fail() {
  echo "$1" >&2
  exit "${2:-1}"
}

omgeving=${1:?test or productie} group=${2:?the resource group} part=${3:-}
parameters=infra/main.$omgeving.bicepparam
[ -f "$parameters" ] || fail "There is no $parameters." 2
case $part in
  "" | --what-if | --infra | --package | --prepare) [ $# -le 3 ] || fail "Unknown: $4" 2 ;;
  --output) [ $# -eq 4 ] || fail "Which output?" 2 ;;
  *) fail "Unknown: $part" 2 ;;
esac

pause=${HUB_PAUSE_SECONDS:-30}
tries=20

# Does a command again while Azure says that what was just made is not known everywhere yet; any other failure ends it at once.
patiently() {
  local not_yet=$1 attempt said
  shift
  for ((attempt = 1; ; attempt++)); do
    if said=$("$@" 2>&1); then return; fi
    echo "$said" >&2
    if [ "$attempt" -ge "$tries" ] || ! grep -qE "$not_yet" <<<"$said"; then return 1; fi
    echo "Not known everywhere yet; again in $pause seconds." >&2
    sleep "$pause"
  done
}

# The outputs of the newest deployment of the template; nothing when there is none. azd gives it a name of its own, and modules are
# deployments too: the one with an appName is it.
outputs() {
  local names name found
  names=$(az deployment group list --resource-group "$group" --output json \
    | jq -r 'map(select(.properties.provisioningState == "Succeeded")) | sort_by(.properties.timestamp) | reverse | .[].name')
  for name in $names; do
    found=$(az deployment group show --resource-group "$group" --name "$name" --output json | jq '.properties.outputs')
    if jq -e '.appName' <<<"$found" >/dev/null; then
      echo "$found"
      return
    fi
  done
}

output() {
  [ -n "$deployed" ] || fail "Resource group $group has no deployment of the hub that succeeded."
  jq -er --arg name "$1" '.[$name].value // empty' <<<"$deployed" || fail "The deployment in $group has no output $1."
}

check_group() {
  [ "$(az group exists --name "$group")" = true ] \
    || fail "There is no resource group $group: az group create --name $group --location westeurope"
}

# Without a default: what goes wrong would be told to nobody.
check_alert_email() {
  [[ ${HUB_ALERT_EMAIL:-} == ?*@?*.?* ]] || fail "HUB_ALERT_EMAIL must be the address that hears of an alert." 2
}

# A provider that a subscription never used refuses every resource of it. To look and to register takes a right on the subscription.
register_providers() {
  local provider state
  while read -r -u3 provider; do
    if ! state=$(az provider show --namespace "$provider" --output json | jq -r .registrationState); then
      echo "Whether $provider is registered you may not see; Azure will say so if it is not." >&2
    elif [ "$state" != Registered ]; then
      echo "Registering $provider." >&2
      az provider register --namespace "$provider" --wait \
        || fail "Let who may (Contributor on the subscription) do: az provider register --namespace $provider --wait"
    fi
  done 3<infra/providers.txt
}

# What of a kind was deleted with this resource group and still holds its name: name and location, a line each.
deleted_here() {
  local id=$1 list
  shift
  if ! list=$("$@" --output json); then
    echo "What was deleted before you may not see; if a name is still taken, Azure will say so." >&2
    return
  fi
  jq -r --arg here "/resourcegroups/$group/" --arg id "$id" '.[]
    | select(getpath($id | split(".")) | ascii_downcase | contains($here | ascii_downcase))
    | [.name, .location // .properties.location] | @tsv' <<<"$list"
}

# After a deletion, names of vault and gateway stay taken. The vault is brought back, with the secret of the register in it; it can't be
# purged, and with another secret the hub could read no row. The gateway holds nothing that the template does not make.
# https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview, https://learn.microsoft.com/azure/api-management/soft-delete
bring_back() {
  local vaults gateways name location
  vaults=$(deleted_here properties.vaultId az keyvault list-deleted --resource-type vault)
  gateways=$(deleted_here serviceId az apim deletedservice list)
  while IFS=$'\t' read -r -u3 name location; do
    [ -n "$name" ] || continue
    echo "Bringing back vault $name." >&2
    az keyvault recover --name "$name" --location "$location" --resource-group "$group" --output none
  done 3<<<"$vaults"
  while IFS=$'\t' read -r -u3 name location; do
    [ -n "$name" ] || continue
    echo "Making the name of gateway $name free." >&2
    az apim deletedservice purge --service-name "$name" --location "$location" --output none
  done 3<<<"$gateways"
}

# What the template gets beside its parameter file. Azure refuses every change of an immutability policy that is locked, so the template
# leaves those alone.
# https://learn.microsoft.com/azure/storage/blobs/immutable-version-level-worm-policies
template_arguments() {
  local accounts account containers container policy locked=()
  accounts=$(az storage account list --resource-group "$group" --output json | jq -r '.[].name')
  for account in $accounts; do
    containers=$(az storage container-rm list --storage-account "$account" --output json \
      | jq -r '.[].name | select(startswith("archief-"))')
    for container in $containers; do
      policy=$(az storage container immutability-policy show --account-name "$account" --container-name "$container" --output json)
      [ "$(jq -r .state <<<"$policy")" != Locked ] || locked+=("${container#archief-}")
    done
  done
  arguments=(--resource-group "$group" --name hub --parameters "$parameters")
  [ ${#locked[@]} -eq 0 ] || arguments+=(--parameters "lockedArchives=$(jq -nc '$ARGS.positional' --args "${locked[@]}")")
}

# azd reads the parameter file by itself, with what stands in its own environment.
tell_azd() {
  [ "$part" != --prepare ] || azd env set "$1" "$2"
}

# A person or a pipeline: Azure wants to know which, for a role that is given to who deploys.
who_deploys() {
  local type
  type=$(az account show --output json | jq -r .user.type)
  HUB_DEPLOYER_PRINCIPAL_TYPE=$([ "$type" = user ] && echo User || echo ServicePrincipal)
  export HUB_DEPLOYER_PRINCIPAL_TYPE
  tell_azd HUB_DEPLOYER_PRINCIPAL_TYPE "$HUB_DEPLOYER_PRINCIPAL_TYPE"
}

# The secret of the register, for a hub that was never here and was not given one; the template never overwrites one that is there. A hook
# of azd takes it out of its environment again.
make_register_key() {
  deployed=$(outputs)
  [ -z "$deployed" ] && [ -z "${HUB_REGISTER_KEY:-}" ] || return 0
  HUB_REGISTER_KEY=$(head -c 32 /dev/urandom | base64)
  export HUB_REGISTER_KEY
  tell_azd HUB_REGISTER_KEY "$HUB_REGISTER_KEY"
}

deploy_infra() {
  # A new identity, or its role on the key of the vault, reaches the other services after some minutes.
  patiently 'PrincipalNotFound|KeyVaultAuthenticationFailure|KeyVaultAccessDenied' \
    az deployment group create "${arguments[@]}" --output none
}

# One deploy: the app itself puts the package in its container, so the deployer needs no right on storage.
# https://learn.microsoft.com/azure/azure-functions/functions-deployment-technologies#one-deploy
deploy_package() {
  patiently 'InaccessibleStorage|not authorized to perform this operation|Site Unavailable|Bad Gateway|Name or service not known' \
    az functionapp deployment source config-zip --resource-group "$group" --name "$(output appName)" --src "$zip" --output none
}

wait_until_it_answers() {
  local url
  url=$(output hubUrl)
  for _ in $(seq 60); do
    if curl --silent --fail --max-time 10 "$url/health/ready" >/dev/null; then
      echo "The hub answers at $url."
      return
    fi
    sleep "${HUB_PAUSE_SECONDS:-5}"
  done
  fail "The hub does not answer at $url/health/ready after five minutes: docs/runbook.md, The hub is unreachable."
}

check_group
if [ "$part" = --output ]; then
  deployed=$(outputs)
  output "$4"
  exit
fi
[ "$part" = --package ] || check_alert_email
who_deploys

if [ "$part" = --what-if ]; then
  template_arguments
  # Who only asks needs no right to deploy.
  exec az deployment group what-if --validation-level ProviderNoRbac "${arguments[@]}"
fi

# A package that can't be built stops it before anything changes.
if [ -z "$part" ] || [ "$part" = --package ]; then
  zip=${HUB_PACKAGE:-artifacts/package/hub.zip}
  [ -n "${HUB_PACKAGE:-}" ] || infra/package.sh
  [ -f "$zip" ] || fail "There is no $zip." 2
fi
if [ "$part" != --package ]; then
  register_providers
  bring_back
  make_register_key
fi
if [ -z "$part" ] || [ "$part" = --infra ]; then
  template_arguments
  deploy_infra
fi
if [ -z "$part" ] || [ "$part" = --package ]; then
  deployed=$(outputs)
  deploy_package
  wait_until_it_answers
fi
