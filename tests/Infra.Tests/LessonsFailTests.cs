using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// Each lesson of docs/adr 0015 to 0017 has a check that fails without its mend: in a copy the fault of the day is put back, alone, and the
/// check is run on that copy as it runs on this checkout.
/// </summary>
public sealed class LessonsFailTests(CompiledInfra infra)
{
    private static readonly Dictionary<string, Lesson> Lessons = new()
    {
        // Tokens.
        ["the audience was an address, where a token of version 2 has a client id"] = Of(
            "infra/main.bicep",
            "Toegang__Audience: audience",
            "Toegang__Audience: 'api://${audience}'",
            copy => new SettingsTests(copy).The_app_takes_what_Bicep_sets()
        ),
        ["the registration offered no role by which the app lets in"] = Of(
            "infra/app-roles.json",
            "Berichten.Uitwisselen",
            "Berichten.Wisselen",
            copy => new DeployerTests(copy).The_registration_has_the_roles_that_the_app_asks_for()
        ),
        // The app comes up.
        ["the vault was read by an identity that the app does not have"] = Of(
            "infra/modules/function-app.bicep",
            "    keyVaultReferenceIdentity: identity.id\n",
            "",
            copy => new FirstStartTests(copy).The_vault_is_read_by_the_apps_own_identity()
        ),
        ["the app did not wait for the vault"] = Of(
            "infra/main.bicep",
            "dependsOn: [network, vaultContents, vaultEndpoint, archive, tablesAccess, tablesEndpoint, hostStorage, serviceBus]",
            "dependsOn: [network, tablesEndpoint, hostStorage]",
            copy => new FirstStartTests(copy).The_app_waits_for_the_vault_its_secret_and_the_way_to_it()
        ),
        ["nobody reached the vault of test"] = Of(
            "infra/modules/key-vault.bicep",
            "publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'",
            "publicNetworkAccess: 'Disabled'",
            copy => new FirstStartTests(copy).What_the_app_refers_to_is_there_and_it_may_and_can_read_it()
        ),
        ["the secret of the register was made anew at each deployment"] = Of(
            "infra/modules/vault-contents.bicep",
            "  @onlyIfNotExists()\n",
            "",
            copy => new FirstStartTests(copy).The_secret_of_the_register_is_made_once_and_never_again()
        ),
        // Who deploys.
        ["a pipeline got its role as a person"] = Of(
            "infra/modules/host-storage.bicep",
            "principalType: deployerPrincipalType }",
            "principalType: empty(deployerPrincipalType) ? 'User' : 'User' }",
            copy => new DeployerTests(copy).Who_deploys_may_upload_the_package_whoever_it_is()
        ),
        ["alerts went to an address that was there by default"] = Of(
            "infra/main.test.bicepparam",
            "readEnvironmentVariable('HUB_ALERT_EMAIL')",
            "readEnvironmentVariable('HUB_ALERT_EMAIL', 'beheer@regio.example')",
            copy => new DeployerTests(copy).What_only_the_region_knows_has_no_default("main.test.bicepparam")
        ),
        ["a provider was never registered"] = Of(
            "infra/providers.txt",
            "Microsoft.Web\n",
            "",
            copy => new DeployerTests(copy).The_list_of_providers_has_every_one_that_the_templates_need_and_no_other()
        ),
        ["azd deployed no app"] = Of(
            "azure.yaml",
            "  hub:\n    project:",
            "  app:\n    project:",
            copy => new AppTests(copy).What_azd_deploys_to_is_the_app_that_azure_yaml_names()
        ),
        ["the outputs were not found once azd had named the deployment"] = Deploy(
            "for name in $names; do",
            "for name in hub; do",
            tests => tests.The_outputs_are_found_when_azd_named_the_deployment_and_the_newest_counts()
        ),
        ["the package was put in its container by the deployer's own right"] = Deploy(
            "az functionapp deployment source config-zip --resource-group \"$group\" --name \"$(output appName)\" --src \"$zip\"",
            "az storage blob upload --auth-mode login --account-name st -c app-package -n hub.zip -f \"$zip\"",
            tests => tests.From_nothing_the_providers_are_registered_the_template_is_deployed_and_the_package_goes_by_one_deploy()
        ),
        ["a role that was not known everywhere yet ended the deployment"] = Deploy(
            "tries=20",
            "tries=1",
            tests => tests.A_role_that_is_not_known_everywhere_yet_is_waited_for()
        ),
        ["any region compiled"] = Of(
            "infra/types.bicep",
            "| 'westeurope'",
            "| 'westeurope' | 'eastus'",
            copy => new DeployerTests(copy).Only_a_region_of_the_EU_whose_pair_lies_there_too_is_taken("eastus", taken: false)
        ),
        ["a variable without a default was not given by the workflow"] = Of(
            ".github/workflows/deploy.yml",
            "HUB_CLIENT_ID: ${{ vars.HUB_CLIENT_ID }}",
            "HUB_CLIENT: ${{ vars.HUB_CLIENT_ID }}",
            copy => new ParameterFileTests(copy).The_workflow_gives_every_variable_that_has_no_default("test")
        ),
        // Productie from nothing.
        ["zones of its own were made where the platform has them"] = Of(
            "infra/main.bicep",
            "ownZones: empty(dnsZoneIds)",
            "ownZones: true",
            copy => new FromNothingTests(copy).Names_of_the_platform_are_used_and_none_are_made_beside_them()
        ),
        ["the network could not be peered with that of the platform"] = Of(
            "infra/main.bicep",
            "peerNetworkId: peerNetworkId",
            "peerNetworkId: empty(peerNetworkId) ? '' : ''",
            copy => new FromNothingTests(copy).The_network_is_peered_with_the_platform_when_asked()
        ),
        // The gateway.
        ["the policy was sent in the format that hands entities to the compiler"] = Of(
            "infra/modules/gateway.bicep",
            "format: 'xml'",
            "format: 'rawxml'",
            copy => new PolicyTests(copy).It_is_sent_as_xml_since_its_expressions_are_written_with_entities()
        ),
        ["a caller's own invocation id reached the host"] = Of(
            "infra/gateway-policy.xml",
            "<set-header name=\"x-ms-invocation-id\" exists-action=\"delete\" />",
            "",
            copy => new PolicyTests(copy).Nobody_brings_a_certificate_or_an_identity_in_a_header()
        ),
        ["callers were counted by what nobody had checked"] = Of(
            "infra/gateway-policy.xml",
            "counter-key=\"@((string)context.Variables[&quot;application&quot;])\"",
            "counter-key=\"@(context.Request.Headers.GetValueOrDefault(&quot;Authorization&quot;, &quot;&quot;))\"",
            copy =>
                new PolicyTests(
                    copy
                ).A_caller_is_counted_by_a_claim_only_after_its_token_was_checked_for_issuer_audience_signature_and_time()
        ),
        ["any certificate of any authority opened the gateway"] = Of(
            "infra/gateway-policy.xml",
            "context.Request.Certificate == null || !",
            "context.Request.Certificate == null || false &amp;&amp; !",
            copy => new PolicyTests(copy).A_certificate_lets_in_with_a_token_of_the_same_deelnemer_and_with_no_other()
        ),
        ["an instance could have no room for one upload"] = Of(
            "infra/types.bicep",
            "instanceMemoryMB: 2048 | 4096",
            "instanceMemoryMB: 512 | 2048 | 4096",
            copy => new AppTests(copy).As_many_uploads_at_once_as_an_instance_lets_in_fit_in_its_memory()
        ),
        // Deploying again.
        ["a policy that is locked was written again"] = Of(
            "infra/modules/archive.bicep",
            "if (!contains(lockedArchives, code))",
            "if (!contains(lockedArchives, 'none'))",
            copy => new AgainTests(copy).A_locked_policy_is_left_alone_and_every_other_is_kept()
        ),
        ["which archives are locked was not asked"] = Deploy(
            "[ ${#locked[@]} -eq 0 ] ||",
            "true ||",
            tests => tests.An_archive_that_is_locked_is_left_alone_and_what_came_since_is_not("")
        ),
        ["a vault was made under a name that its deleted one holds"] = Of(
            "infra/modules/key-vault.bicep",
            "createMode: recover ? 'recover' : 'default'",
            "createMode: recover ? 'default' : 'default'",
            copy => new AgainTests(copy).A_vault_that_was_deleted_comes_back_with_what_stood_in_it()
        ),
        ["what was deleted was not brought back"] = Deploy(
            "  bring_back\n  make_register_key",
            "  make_register_key",
            tests => tests.After_a_deletion_the_vault_comes_back_with_its_secret_and_the_name_of_the_gateway_is_free()
        ),
        ["a setting of the region was gone after the next deployment"] = Of(
            "infra/main.bicep",
            "union(appSettings, extraSettings)",
            "empty(extraSettings) ? appSettings : appSettings",
            copy => new AgainTests(copy).A_setting_of_the_regions_own_is_there_after_every_deployment()
        ),
        ["productie could be thrown away"] = Of(
            "infra/throw-away.sh",
            "[ \"$1\" = test ] ||",
            "true ||",
            async copy =>
            {
                using var tests = new ThrowAwayTests(copy);
                await tests.Productie_and_what_is_not_there_are_refused($"infra/throw-away.sh productie {Script.Group}");
            }
        ),
        // What productie promises.
        ["the firewall kept the lifecycle out"] = Of(
            "infra/modules/archive.bicep",
            "'AzureServices', eigenSleutel)",
            "'None', eigenSleutel)",
            copy => new PromiseTests(copy).The_lifecycle_passes_the_firewall_and_nothing_else_does()
        ),
        ["the archive had no copy in the paired region"] = Of(
            "infra/main.bicep",
            "sku: productie ? 'Standard_RAGZRS' : 'Standard_LRS'",
            "sku: productie ? 'Standard_LRS' : 'Standard_RAGZRS'",
            copy => new PromiseTests(copy).Tables_and_archive_are_apart_in_three_zones_and_in_the_paired_region()
        ),
        ["productie was known by a name of Azure's"] = Of(
            "infra/main.bicep",
            "var hubHost = productie ? hostName : app.outputs.hostName",
            "var hubHost = app.outputs.hostName",
            copy => new PromiseTests(copy).Productie_is_known_by_a_name_of_its_own_from_the_first_day()
        ),
        ["zones were claimed that are not there"] = Of(
            "docs/adr/0015-first-deployment.md",
            "| gateway | one zone |",
            "| gateway | three zones |",
            copy => new PromiseTests(copy).What_is_said_to_span_zones_does_and_what_does_not_is_said_not_to()
        ),
        ["nothing held on to the archive"] = Of(
            "infra/owner.bicep",
            "if (!empty(archiveName)) {",
            "if (empty(archiveName)) {",
            copy => new DeployerTests(copy).What_may_never_go_has_a_lock_that_the_deployer_can_not_lift()
        ),
        // Supply.
        ["the package of any branch went to productie"] = Of(
            ".github/workflows/deploy.yml",
            "    if: github.ref == 'refs/heads/main'\n",
            "",
            Package
        ),
        ["nobody asked who had made the package"] = Of(
            ".github/workflows/deploy.yml",
            "gh attestation verify artifacts/package/hub.zip",
            "echo artifacts/package/hub.zip",
            Package
        ),
        ["the package went with the infrastructure of whoever started it"] = Of(
            ".github/workflows/deploy.yml",
            "ref: ${{ needs.package.outputs.commit }}",
            "ref: main",
            Package
        ),
        ["what shows the change could make it"] = Of(
            ".github/workflows/deploy.yml",
            "${{ vars.HUB_WHAT_IF_CLIENT_ID }}",
            "${{ vars.AZURE_CLIENT_ID }}",
            copy => new WorkflowTests(copy).What_shows_the_change_is_no_identity_that_can_make_it()
        ),
        ["an action could become another"] = Of(
            ".github/workflows/deploy.yml",
            "azure/login@",
            "azure/login@v2 # ",
            copy => new WorkflowTests(copy).Every_action_is_pinned_to_a_commit_that_names_its_version()
        ),
        ["the deployer could give any role"] = Of(
            "infra/owner.bicep",
            "ForAnyOfAnyValues:GuidEquals {${roles}}",
            "ForAnyOfAnyValues:GuidNotEquals {${roles}}",
            copy => new DeployerTests(copy).The_deployer_may_give_the_roles_of_the_template_and_no_other()
        ),
        // Watching.
        ["an alert went to Azure that is not the one that was tried"] = Of(
            "infra/modules/alerts.bicep",
            "query: join(rule.query, '\\n')",
            "query: replace(join(rule.query, '\\n'), '==', '!=')",
            copy => new KqlTests(copy).What_goes_to_Azure_are_the_rules_that_are_worked_out_in_tests_word_for_word()
        ),
        ["every read of a table was logged"] = Of(
            "infra/modules/tables.bicep",
            "['StorageWrite', 'StorageDelete']",
            "['StorageRead', 'StorageWrite', 'StorageDelete']",
            copy => new CostTests(copy).Reads_of_tables_are_not_logged_and_reads_of_the_archive_are()
        ),
        ["a month that costs more was told to nobody beforehand"] = Of(
            "infra/modules/budget.bicep",
            "thresholdType: 'Forecasted'",
            "thresholdType: 'Actual'",
            copy => new CostTests(copy).Every_environment_has_a_budget_that_tells_people_and_that_a_normal_month_stays_under()
        ),
    };

    public static TheoryData<string> Names => [.. Lessons.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_its_fault_put_back_its_check_fails(string name)
    {
        Assert.SkipUnless(Bicep.IsAvailable, "There is no Bicep CLI for this machine.");
        var lesson = Lessons[name];
        using var copy = new Checkout(infra.Root);
        copy.Change(lesson.File, lesson.Text, lesson.Instead);
        using var faulty = new CompiledInfra(copy.Root, lesson.ChangesWhatIsCompiled ? null : infra);

        // The check itself says so: a fault that the compiler refuses shows nothing of it.
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => lesson.Check(faulty));
    }

    private static Lesson Of(string file, string text, string instead, Func<CompiledInfra, Task> check) => new(file, text, instead, check);

    private static Lesson Of(string file, string text, string instead, Action<CompiledInfra> check) =>
        new(
            file,
            text,
            instead,
            copy =>
            {
                check(copy);
                return Task.CompletedTask;
            }
        );

    private static Lesson Deploy(string text, string instead, Func<DeployTests, Task> check) =>
        new(
            "infra/deploy.sh",
            text,
            instead,
            async copy =>
            {
                using var tests = new DeployTests(copy);
                await check(tests);
            }
        );

    private static void Package(CompiledInfra copy) =>
        new WorkflowTests(
            copy
        ).Only_a_package_of_main_that_the_build_workflow_says_it_made_goes_further_and_with_the_infrastructure_of_its_commit();

    private sealed record Lesson(string File, string Text, string Instead, Func<CompiledInfra, Task> Check)
    {
        public bool ChangesWhatIsCompiled => Path.GetExtension(File) is ".bicep" or ".bicepparam";
    }
}
