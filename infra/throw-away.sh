#!/usr/bin/env bash
# Throws the test environment away, with all that was sent to it:
#   infra/throw-away.sh test <resource group>
# Productie is refused, and so is a group in which anything is not of a hub in test. The archive is emptied first, since Azure deletes no
# account with a version in it that may not change; that takes Owner on the group.
# https://learn.microsoft.com/azure/storage/blobs/immutable-version-level-worm-policies
# The vault can be brought back for as long as it is kept: infra/deploy.sh does, when test is deployed again in a group of this name.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

fail() {
  echo "$1" >&2
  exit "${2:-1}"
}

[ $# -eq 2 ] || fail "Usage: infra/throw-away.sh test <resource group>" 2
[ "$1" = test ] || fail "Only test is thrown away." 2
group=$2 pause=${HUB_PAUSE_SECONDS:-30}
[ "$(az group exists --name "$group")" = true ] || fail "There is no resource group $group." 2

# Azure adds these by itself to a group with Application Insights, without a tag.
azures_own='microsoft.alertsmanagement/smartdetectoralertrules/|microsoft.insights/actiongroups/application insights smart detection'
resources=$(az resource list --resource-group "$group" --output json \
  | jq --arg own "$azures_own" 'map(select("\(.type)/\(.name)" | ascii_downcase | test($own) | not))')
[ "$(jq length <<<"$resources")" -gt 0 ] || fail "There is nothing of a hub in $group." 2
others=$(jq -r '.[] | select(.tags.toepassing != "ijw-hub" or .tags.omgeving != "test") | "  \(.type) \(.name)"' <<<"$resources")
[ -z "$others" ] || fail "Nothing was thrown away, since this in $group is not of a hub in test:"$'\n'"$others" 2

# All is looked at before anything goes.
locks=$(az lock list --resource-group "$group" --output json | jq -r '.[].name')
[ -z "$locks" ] || fail "Nothing was thrown away, since this holds on to $group, until its Owner lifts it (az lock delete): $locks"
archives=()
for account in $(jq -r '.[] | select(.type == "Microsoft.Storage/storageAccounts") | .name' <<<"$resources"); do
  containers=$(az storage container-rm list --storage-account "$account" --output json \
    | jq -r '.[].name | select(startswith("archief-"))')
  for container in $containers; do
    policy=$(az storage container immutability-policy show --account-name "$account" --container-name "$container" --output json)
    [ "$(jq -r .state <<<"$policy")" != Locked ] \
      || fail "$account/$container is locked: what is in it stays until its time is over. Nothing was thrown away."
    archives+=("$account/$container")
  done
done

# Something of a blob's version; the command for it takes no version.
remove() {
  local query
  query=$(jq -rn --arg what "$1" --arg name "$blob" --arg id "$version" '"\($name | @uri)?\($what)versionid=\($id | @uri)"')
  az rest --method delete --output none --resource https://storage.azure.com --headers x-ms-version=2023-11-03 \
    --url "https://$account.blob.core.windows.net/$container/$query"
}

me=$(az ad signed-in-user show --output json | jq -r .id)
for account in $(printf '%s\n' "${archives[@]%/*}" | sort -u); do
  # To remove a version, and the time that it is kept, takes the owner of the data. The role goes with the account.
  id=$(az storage account show --name "$account" --resource-group "$group" --output json | jq -r .id)
  az role assignment create --assignee-object-id "$me" --assignee-principal-type User \
    --role "Storage Blob Data Owner" --scope "$id" --output none
done
for archive in "${archives[@]}"; do
  account=${archive%/*} container=${archive#*/}
  of=(--auth-mode login --account-name "$account" --container-name "$container")
  # A new role is not known everywhere at once.
  for ((attempt = 1; ; attempt++)); do
    if versions=$(az storage blob list "${of[@]}" --include v --num-results "*" --output json); then break; fi
    [ "$attempt" -lt 20 ] || fail "The content of $archive can't be read; what was emptied before it is gone."
    sleep "$pause"
  done
  # A current version can't be removed by its id: first it becomes one of before.
  current=$(jq -r '.[] | select(.isCurrentVersion) | .name' <<<"$versions")
  while read -r -u3 blob; do
    [ -z "$blob" ] || az storage blob delete "${of[@]}" --name "$blob" --output none
  done 3<<<"$current"
  all=$(jq -r '.[] | [.name, .versionId] | @tsv' <<<"$versions")
  while IFS=$'\t' read -r -u3 blob version; do
    [ -n "$blob" ] || continue
    remove 'comp=immutabilityPolicies&'
    remove ''
  done 3<<<"$all"
done

az group delete --name "$group" --yes
echo "$group is gone. Its vault can be brought back until it is purged: az keyvault list-deleted"
