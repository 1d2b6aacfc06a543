#!/usr/bin/env bash
# Makes the zip that Flex Consumption runs, and its bill of materials (CycloneDX):
#   infra/package.sh [--without-servicebus]
# The result is artifacts/package/hub.zip and hub.cdx.json: the app for the .NET that the platform has, compiled ahead (ReadyToRun), with what the host
# must load for it in .azurefunctions.
# --without-servicebus  where the package feed lacks the host's extension for queues: hub-without-servicebus.zip, to look at and to run under Hub.Local.
#                       On Azure its trigger would be dead, so it does not get the name that is deployed.
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts/package
extension=Microsoft.Azure.WebJobs.Extensions.ServiceBus

name=hub properties=(-p:PackageName=hub)
case ${1:-} in
  "") ;;
  --without-servicebus) name=hub-without-servicebus properties=(-p:PackageName=hub-without-servicebus -p:ServiceBusExtension=false) ;;
  *) echo "Unknown: $1" >&2 && exit 2 ;;
esac

rm -rf "${out:?}/app" "$out/$name.zip" "$out/hub.cdx.json"
mkdir -p "$out"
if ! dotnet publish src/Hub.Functions -c Release "${properties[@]}" -o "$out/app" | tee "$out/publish.log"; then
  if grep -qE "NU110[12].*$extension" "$out/publish.log"; then
    echo "The package feed of this machine lacks $extension, which the host must load for queue verwerking. Without it no bericht would be" >&2
    echo "processed on Azure, so there is no package. Use a feed that has it (nuget.org), or --without-servicebus to look at the rest." >&2
  fi
  exit 1
fi

# The build refuses this too (Hub.Functions.csproj); nothing that is deployed goes past both.
if [ "$name" = hub ] && ! grep -q "$extension" "$out/app/extensions.json"; then
  echo "extensions.json does not name $extension: on Azure the trigger of queue verwerking would be dead. There is no package." >&2
  exit 1
fi

# The bill of materials: what was restored for the app, and for what the host loads.
dotnet tool restore >/dev/null
bill() { dotnet CycloneDX "$1" -o "$out" -fn "$2" -F Json --recursive --exclude-dev --disable-package-restore >/dev/null; }
bill src/Hub.Functions/Hub.Functions.csproj app.cdx.json
bill "$(find artifacts/obj/Hub.Functions -path '*release*' -name WorkerExtensions.csproj | head -n 1)" host.cdx.json
node infra/merge-bom.cjs "$out/app.cdx.json" "$out/host.cdx.json" "$out/hub.cdx.json"

echo "$out/$name.zip: $(du -h "$out/$name.zip" | cut -f1)"
