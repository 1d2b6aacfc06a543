// The machine inside the network that puts the package where nobody outside can reach. It has no public address and nobody signs in to it:
// what is run on it comes by Azure's control plane (az vm run-command), and work for it by asking GitHub (docs/runbook.md).
param name string
param location string
param tags { *: string }
param subnetId string
@description('Public half of an SSH key. Azure asks for one; the subnet lets nobody use it.')
param sshKey string

var user = 'r${uniqueString(resourceGroup().id)}'

resource card 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'nic-${name}-runner'
  location: location
  tags: tags
  properties: {
    ipConfigurations: [{ name: 'subnet', properties: { subnet: { id: subnetId }, privateIPAllocationMethod: 'Dynamic' } }]
  }
}

resource machine 'Microsoft.Compute/virtualMachines@2024-11-01' = {
  name: 'vm-${name}-runner'
  location: location
  tags: tags
  properties: {
    hardwareProfile: { vmSize: 'Standard_B2s_v2' }
    securityProfile: { securityType: 'TrustedLaunch', uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } }
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' }
      osDisk: { createOption: 'FromImage', deleteOption: 'Delete', managedDisk: { storageAccountType: 'StandardSSD_LRS' } }
    }
    osProfile: {
      computerName: 'runner'
      adminUsername: user
      linuxConfiguration: {
        disablePasswordAuthentication: true
        ssh: { publicKeys: [{ path: '/home/${user}/.ssh/authorized_keys', keyData: sshKey }] }
        patchSettings: { patchMode: 'AutomaticByPlatform', assessmentMode: 'AutomaticByPlatform' }
      }
    }
    networkProfile: { networkInterfaces: [{ id: card.id, properties: { deleteOption: 'Delete' } }] }
  }
}
